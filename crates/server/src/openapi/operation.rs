//! One method of one address, as OpenAPI writes it.

use serde_json::{Map, Value, json};

/// An action: what it is called, what it takes and what it answers.
pub(super) struct Operation {
    pub(super) method: &'static str,
    pub(super) path: &'static str,
    name: &'static str,
    tag: &'static str,
    summary: &'static str,
    is_public: bool,
    headers: Vec<(&'static str, &'static str)>,
    queries: Vec<(&'static str, &'static str)>,
    bodies: Vec<(&'static str, Value)>,
    answer: (u16, &'static str),
    content: Option<(&'static str, Value)>,
    refusals: &'static [u16],
}

impl Operation {
    /// An action of `tag` that only signed-in people may do; answers 204 unless told otherwise.
    pub(super) fn new(
        method: &'static str,
        path: &'static str,
        name: &'static str,
        tag: &'static str,
        summary: &'static str,
    ) -> Self {
        Self {
            method,
            path,
            name,
            tag,
            summary,
            is_public: false,
            headers: Vec::new(),
            queries: Vec::new(),
            bodies: Vec::new(),
            answer: (204, "Done."),
            content: None,
            refusals: &[],
        }
    }

    /// Anybody may do it.
    pub(super) fn public(mut self) -> Self {
        self.is_public = true;
        self
    }

    /// It reads this header.
    pub(super) fn header(mut self, name: &'static str, meaning: &'static str) -> Self {
        self.headers.push((name, meaning));
        self
    }

    /// It reads this query parameter.
    pub(super) fn query(mut self, name: &'static str, meaning: &'static str) -> Self {
        self.queries.push((name, meaning));
        self
    }

    /// It takes a body of this media type and shape; said again, one or the other.
    pub(super) fn takes(mut self, media_type: &'static str, schema: Value) -> Self {
        self.bodies.push((media_type, schema));
        self
    }

    /// What it answers without a body.
    pub(super) fn answers(mut self, status: u16, meaning: &'static str) -> Self {
        self.answer = (status, meaning);
        self
    }

    /// The body of its answer.
    pub(super) fn gives(mut self, media_type: &'static str, schema: Value) -> Self {
        self.content = Some((media_type, schema));
        self
    }

    /// How it says no, beside 401 and 404.
    pub(super) fn refuses(mut self, statuses: &'static [u16]) -> Self {
        self.refusals = statuses;
        self
    }

    pub(super) fn render(self) -> Value {
        let in_path =
            self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).map(
                |name| json!({"name": name, "in": "path", "required": true, "schema": {"type": "string"}}),
            );
        let given = |place: &'static str| move |(name, meaning): (&str, &str)| json!({"name": name, "in": place, "description": meaning, "schema": {"type": "string"}});
        let parameters: Vec<Value> = in_path
            .chain(self.queries.into_iter().map(given("query")))
            .chain(self.headers.into_iter().map(given("header")))
            .collect();

        let (status, meaning) = self.answer;
        let mut answer = json!({"description": meaning});
        if let Some((media_type, schema)) = self.content {
            answer["content"] = json!({media_type: {"schema": schema}});
        }
        let mut responses = Map::new();
        responses.insert(status.to_string(), answer);
        let usual: &[u16] = if self.is_public { &[] } else { &[401] };
        for status in usual.iter().chain(self.refusals) {
            responses.insert(
                status.to_string(),
                json!({
                    "description": "Refused; the code says why.",
                    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
                }),
            );
        }

        let mut operation = json!({
            "operationId": self.name,
            "tags": [self.tag],
            "summary": self.summary,
            "parameters": parameters,
            "responses": responses,
        });
        if self.is_public {
            operation["security"] = json!([]);
        }
        if !self.bodies.is_empty() {
            let content = self.bodies.into_iter();
            let content: Map<String, Value> = content
                .map(|(media_type, schema)| (media_type.to_owned(), json!({"schema": schema})))
                .collect();
            operation["requestBody"] = json!({"required": true, "content": content});
        }
        operation
    }
}
