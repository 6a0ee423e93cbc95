"""What the pages of the public record say of a person, an organization or an office, as of a day, in plain values."""
