"""How somebody of the newsroom comes to the desk, proves who it is, and is signed out again."""
