// The template has a script of its own.
