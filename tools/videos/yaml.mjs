// Reads the part of YAML that the library's files use: block mappings and lists, plain and double-quoted
// scalars on one line, flow lists and mappings on one line. Anything else is refused with its line.

export function parseYaml(text, name = 'yaml') {
    const rows = text
        .split('\n')
        .map((raw, i) => ({ n: i + 1, indent: raw.search(/\S/), text: raw.trim() }))
        .filter((r) => r.text !== '' && !r.text.startsWith('#'));
    const fail = (row, why) => {
        throw new Error(`${name}:${row?.n ?? 'end'}: ${why}`);
    };
    let i = 0;
    if (text.includes('\t'))
        fail(
            { n: text.slice(0, text.indexOf('\t')).split('\n').length },
            'a tab; YAML indents with spaces',
        );

    function block(indent) {
        return rows[i].text.startsWith('- ') ? list(indent) : mapping(indent);
    }

    function list(indent) {
        const out = [];
        while (i < rows.length && rows[i].indent === indent && rows[i].text.startsWith('- ')) {
            const row = rows[i];
            const rest = row.text.slice(2);
            if (KEY.test(rest)) {
                rows[i] = { n: row.n, indent: indent + 2, text: rest };
                out.push(mapping(indent + 2));
            } else {
                i++;
                out.push(scalar(rest, row));
            }
        }
        return out;
    }

    function mapping(indent) {
        const out = {};
        while (i < rows.length && rows[i].indent === indent && !rows[i].text.startsWith('- ')) {
            const row = rows[i];
            const m = KEY.exec(row.text) ?? fail(row, `expected "key: value", found "${row.text}"`);
            if (m[1] in out) fail(row, `"${m[1]}" stands twice`);
            i++;
            const value = m[2].trim();
            if (value !== '') out[m[1]] = scalar(value, row);
            else if (rows[i]?.indent > indent) out[m[1]] = block(rows[i].indent);
            else fail(row, `"${m[1]}" has no value`);
        }
        if (i < rows.length && rows[i].indent > indent)
            fail(rows[i], 'indented deeper than its neighbours');
        return out;
    }

    function scalar(s, row) {
        const [value, rest] = flow(s, row, false);
        if (rest.trim() !== '' && !rest.trim().startsWith('#'))
            fail(row, `unexpected "${rest.trim()}"`);
        return value;
    }

    function flow(s, row, inside) {
        if (s[0] === '"') {
            const m = /^"(?:[^"\\]|\\.)*"/.exec(s) ?? fail(row, 'a quote is not closed');
            return [JSON.parse(m[0]), s.slice(m[0].length)];
        }
        if (s[0] === '[' || s[0] === '{') return collection(s, row);
        const m = (inside ? /^[^,\[\]{}]*?(?=\s*[,\]}]|:\s|$)/ : /^.*?(?=\s+#|$)/).exec(s);
        const plain = m[0].trim();
        if (/^[&*!|>'%@`]/.test(plain) || (!inside && /: |:$/.test(plain)))
            fail(row, `quote this value: ${plain}`);
        return [typed(plain), s.slice(m[0].length)];
    }

    function collection(s, row) {
        const isList = s[0] === '[';
        const close = isList ? ']' : '}';
        const out = isList ? [] : {};
        let rest = s.slice(1).trimStart();
        while (rest[0] !== close) {
            let key = null;
            if (!isList) {
                const m = KEY.exec(rest) ?? fail(row, 'expected "key: value" in braces');
                [key, rest] = [m[1], m[2].trimStart()];
            }
            const [value, left] = flow(rest, row, true);
            if (isList) out.push(value);
            else out[key] = value;
            rest = left.trimStart();
            if (rest[0] === ',') rest = rest.slice(1).trimStart();
            else if (rest[0] !== close) fail(row, `expected , or ${close}`);
        }
        return [out, rest.slice(1)];
    }

    const value = block(rows[0]?.indent ?? fail(null, 'an empty file'));
    if (i < rows.length) fail(rows[i], `unexpected "${rows[i].text}"`);
    return value;
}

const KEY = /^([A-Za-z][\w-]*):(?=\s|$)(.*)$/;

function typed(plain) {
    if (plain === 'null' || plain === '~' || plain === '') return null;
    if (plain === 'true' || plain === 'false') return plain === 'true';
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
}
