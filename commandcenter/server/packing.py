"""A feed's message made small once for all seats: deflate with a dictionary that both ends know.

WebSocket's own compression works per connection: thirty seats cost thirty times the time and keep
thirty windows. A dictionary of what every message says makes a single one nearly as small.
"""

from __future__ import annotations

import zlib

from commandcenter.services.wire import wrong

WORDS = (
    b'[{"team":"team-safety","lon":113.4,"lat":22.9,"at":"2026-01-01T01:00:00+00:00"},'
    b'"words_text":"","words_hash":"","words_of":"words","of":"note","of":"reason","warnings":{'
    b'"no_power":{"hash":"","text":""}},"approved_by":null,"co":[],"designated":false,"kind":"handle"'
    b',"lead":"","notify":[],"officers":[],"task":"","team":null},"facts":{"unit":null},'
    b'["dockets",["requests",["officers",["people",["teams",["tasks","",{"assigned_at":[null,],'
    b'"case":[null,""],"certificates_shown":[null,0],"designated":[null,0],"id":[null,""],"kind":'
    b'[null,"handle"],"officers":[null,"[]"],"role":[null,"lead"],"state":[null,"assigned"],'
    b'"street":[null,""],"unit":[null,""]}]],"owner":[null,"dispatch-1"],"stage":["dispatch","sign"]'
    b',"state":["filed","dispatched"],"version":[2,3],["figures","all",{"filed":[1,2],"inbox":[1,0],'
    b'"last_number":[1,2],"open":[1,2]}]{"level":"general","number":"2026-"},"rows":[["cases","",'
    b'{"clock_start":[null,],"due":[null,],"filed_at":[null,],"number":[null,"2026-"],"rounds":[0,1],'
    b'"stage":[null,"dispatch"],"stage_due":[null,],"stage_yellow":[null,],"state":["reported",'
    b'"filed"],"version":[1,2],"yellow":[null,'
    b'{"acks":[null,"[]"],"co_units":[null,"[]"],"community":[null,""],"complainant":[null,0],'
    b'"designated":[null,0],"drill":[null,0],"enforced":[null,0],"extensions":[null,0],"grid":'
    b'[null,""],"handlers":[null,"[]"],"id":[null,""],"imported":[null,0],"item":[null,""],"lat":'
    b'[null,22.9],"late_stages":[null,"[]"],"level":[null,"general"],"lon":[null,113.4],"notified":'
    b'[null,"[]"],"old_dues":[null,"[]"],"owed":[null,"[]"],"pending":[null,"[]"],"place":[null,""],'
    b'"provisional":[null,0],"recused":[null,"[]"],"redo_wanted":[null,0],"reported_at":[null,],'
    b'"resent":[null,0],"returns":[null,0],"rework":[null,0],"rounds":[null,0],"source":[null,'
    b'"hotline"],"state":[null,"reported"],"state_since":[null,],"street":[null,""],"supervised":'
    b'[null,0],"unreached":[null,"[]"],"urged":[null,0],"version":[null,1]}],["figures","all",{'
    b'"inbox":[0,1]}]],{"after":,"changes":{"seq":,"at":"2026-01-01T01:00:00+00:00","entries":[{'
    b'"street":"","seq":,"at":"2026-01-01T01:00:00+00:00","who":"intake-1","happened_at":'
    b'"2026-01-01T01:00:00+00:00","subject":"","kind":"case_reported","facts":{"item":"","source":'
    b'"hotline"},"rows":[["cases","",{"urged":[0,1],"version":[2,3]}]],"hash":""}],"cases":[{"id":"",'
    b'"version":3,"number":"2026-0000","state":"dispatched","state_since":"2026-01-01T01:00:00+00:00"'
    b',"item":"","level":"general","source":"hotline","place":"","community":"","grid":"","lon":113.4'
    b',"lat":22.9,"lead_unit":"","owner":"dispatch-1","reported_at":"2026-01-01T01:00:00+00:00",'
    b'"filed_at":"2026-01-01T01:00:00+00:00","clock_start":"2026-01-01T01:00:00+00:00","due":'
    b'"2026-01-01T01:00:00+00:00","yellow":"2026-01-01T01:00:00+00:00","provisional":false,"stage":'
    b'"sign","stage_due":"2026-01-01T01:00:00+00:00","stage_yellow":"2026-01-01T01:00:00+00:00",'
    b'"pending":[],"urged":0,"supervised":false,"rounds":1,"rework":0,"drill":false,"imported":false,'
    b'"acks":[]}],"figures":{"filed":,"closed":0,"void":0,"open":,"inbox":0},"teams":[],"officers":[]'
    b',"people":[],"positions":[{"team":"","lon":113.4,"lat":22.9,"at":"2026-01-01T01:00:00+00:00"}],'
    b'"more":false,"gone":[]}}'
)
"""What messages say again and again, the likeliest last; changed only together with PROTOCOL."""


def pack(raw: bytes) -> bytes:
    """A message as it travels."""
    packer = zlib.compressobj(6, zdict=WORDS)
    return packer.compress(raw) + packer.flush()


def unpack(packed: bytes, most: int) -> bytes:
    """The message, never more than `most` bytes of it; Refusal('wire')."""
    opened = zlib.decompressobj(zdict=WORDS)
    try:
        raw = opened.decompress(packed, most + 1)
    except zlib.error:
        raise wrong("packing") from None
    if not opened.eof or len(raw) > most:
        raise wrong("packing", "cut or too long")
    return raw
