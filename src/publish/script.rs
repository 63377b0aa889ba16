//! The page's own scripts as readers get them.

/// A text without the lines that are nothing but a comment of a script's: each
/// reader would load them. Neither a page nor a script of ours has such a line
/// within a string.
pub fn without_comments(text: &str) -> String {
    text.split_inclusive('\n')
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn lines_of_comment_go_and_code_with_two_slashes_stays() {
        let script = "// Why.\nconst a = \"https://example.org\"; // what\n  // Why.\n  a();\n";
        let code = "const a = \"https://example.org\"; // what\n  a();\n";
        assert_eq!(without_comments(script), code);
    }
}
