import { inflateRawSync } from "node:zlib";

/** The files of a zip archive that is not too large for the plain format: name → content. */
export function unzipped(archive: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = archive.lastIndexOf("PK\x05\x06");
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [number, number, number];
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    files.set(name, contentAt(archive, archive.readUInt32LE(at + 42), { method: archive.readUInt16LE(at + 10), size: archive.readUInt32LE(at + 20) }));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

/** The content behind a file's own header, which may be longer than its entry in the directory. */
function contentAt(archive: Buffer, header: number, { method, size }: { readonly method: number; readonly size: number }): Buffer {
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const packed = archive.subarray(start, start + size);
  return method === 0 ? packed : inflateRawSync(packed);
}
