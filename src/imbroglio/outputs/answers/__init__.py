"""Answers to questions: one question a file, each as a page for people and as data for programs."""
