"""The website built by us and by other generators, for `bench site`: one content, one page, several programs."""
