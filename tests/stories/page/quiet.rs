//! Listening for what should not happen: errors, refusals of the page's policy, requests to anywhere else.

use serde_json::Value;

use super::Page;

impl Page {
    /// From now on keeps errors, unhandled rejections and refusals of the policy in the page.
    pub fn listen(&self) {
        self.browser.script(
            "const heard = (document.documentElement.dataset.heard = '');
             const keep = (text) => { document.documentElement.dataset.heard += text + '\\n'; };
             addEventListener('error', (e) => keep('error: ' + e.message));
             addEventListener('unhandledrejection', (e) => keep('rejection: ' + e.reason));
             document.addEventListener('securitypolicyviolation', (e) => keep('policy: ' + e.violatedDirective + ' ' + e.blockedURI));",
            vec![],
        );
    }

    /// What was heard since [`Page::listen`], and what the browser's own console says.
    pub fn complaints(&self) -> Vec<String> {
        let heard = self.browser.script("return document.documentElement.dataset.heard ?? '';", vec![]);
        let heard = heard.as_str().unwrap_or_default().lines().map(String::from);
        heard.chain(self.browser.console_errors()).collect()
    }

    /// The addresses of everything requested so far, the page itself first.
    pub fn requests(&self) -> Vec<String> {
        let found = self.browser.script(
            "return performance.getEntries().filter((e) => ['navigation', 'resource'].includes(e.entryType)).map((e) => e.name);",
            vec![],
        );
        let text = |address: &Value| address.as_str().unwrap_or_default().to_string();
        found.as_array().map(|found| found.iter().map(text).collect()).unwrap_or_default()
    }
}
