//! Rows become roles, headers and typed facts with their place. Knows words in six languages, nothing of rules.
