// To be read: the calls are on another port, and a browser would not send them there. Requests that can be sent are in src/docs.
SwaggerUIBundle({url: "api/openapi.json", dom_id: "#calls", supportedSubmitMethods: [], validatorUrl: null});
