"""The scored self-evaluation of projects and of their department."""
