"""What stands around the text of a practice: how to cite it, its versions, what is like it, taking it along."""
