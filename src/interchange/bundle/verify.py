"""Computes the chain in events.jsonl: python3 verify.py"""
import hashlib, json

def sha256(*fields):
    form = "".join("-" if field is None else "%d:%s," % (len(field.encode()), field) for field in fields)
    return hashlib.sha256(form.encode()).hexdigest()

CONTENT = "uuid at actor action subject_kind subject_id subject_uuid before after".split()
line, head = 0, "0" * 64
for line, text in enumerate(open("events.jsonl", encoding="utf-8", newline="\n"), 1):
    event = json.loads(text)
    if "uuid" in event:
        event["subject_id"] = str(event["subject_id"])
        content = sha256(*(event[name] for name in CONTENT))
    else:
        content = event["content"]
    if (event["id"], event["previous_hash"]) != (line, head):
        raise SystemExit("line %d does not follow the line before it" % line)
    head = sha256("claimdesk-event-1", head, str(line), content)
    if head != event["hash"]:
        raise SystemExit("the content of line %d does not match its hash" % line)
print("%d lines hold; the hash of the last is %s" % (line, head))
