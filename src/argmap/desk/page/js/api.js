// What the page asks the server for. Addresses are relative: the token is the first part of ours.

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.error || `The server answered ${status}.`);
    this.status = status;
    this.problems = answer.problems || [];
  }
}

async function ask(path, options = {}) {
  let response;
  try {
    response = await fetch(`api/${path}`, { cache: "no-store", ...options });
  } catch {
    throw new Refused(0, { error: "The editor’s server does not answer; was it ended?" });
  }
  let answer;
  try {
    answer = await response.json();
  } catch {
    answer = {};
  }
  if (!response.ok) throw new Refused(response.status, answer);
  return { answer, revision: (response.headers.get("ETag") || "").replaceAll('"', "") };
}

function put(path, method, revision, body) {
  return ask(path, {
    method,
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", "If-Match": `"${revision}"` },
  });
}

const named = (name, more = "") => `documents/${encodeURIComponent(name)}${more}`;

export const getDesk = async () => (await ask("desk")).answer;
export const getDocument = (name) => ask(named(name));
export const getRevision = async (name) => (await ask(named(name, "/revision"))).answer;
export const getMachine = async (name) => (await ask(named(name, "/machine"))).answer;
export const getReasons = async (name) => (await ask(named(name, "/reasons"))).answer;
export const getDisputes = (name) => ask(named(name, "/disputes"));
export const getMap = async (name, focus) => (await ask(named(name, `/map${focus ? `?focus=${encodeURIComponent(focus)}` : ""}`))).answer;
export const saveChanges = (name, revision, changes) => put(named(name), "PATCH", revision, { changes });
export const getLinks = () => ask("links");
export const saveLinks = (revision, links) => put("links", "PUT", revision, links);
