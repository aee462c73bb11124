"""Labels of real, openly licensed text: offsets into a treebank that is kept elsewhere, and never its words."""
