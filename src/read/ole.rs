//! OLE compound files: enough of [MS-CFB] to name what is inside and to walk one stream.

use super::refusal;
use crate::model::{Format, Reason};

/// The first bytes of every compound file.
pub(super) const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Sector numbers from here on are marks, not places.
const LAST_SECTOR: u32 = 0xffff_fffa;
const ENTRY: usize = 128;

/// The directory of a compound file and what is needed to follow its chains.
#[derive(Debug)]
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    mini_fat: Vec<u32>,
    mini_cutoff: u32,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    start: u32,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Reads the directory; `None` when even that is broken.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        if !(7..=16).contains(&shift) {
            return None;
        }
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            fat: Vec::new(),
            mini_fat: Vec::new(),
            mini_cutoff: u32_at(bytes, 56)?,
            entries: Vec::new(),
        };
        file.fat = file.allocation_table()?;
        file.mini_fat = words(&file.chain(u32_at(bytes, 60)?, usize::MAX));
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        file.entries = top_level(&directory);
        Some(file)
    }

    /// Whether a stream or storage of this name exists at the top, in any case. Documents embedded deeper do not count.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream; shorter than stated where its chain is broken.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let entry = self.entry(name)?;
        if entry.size >= self.mini_cutoff as usize {
            return Some(self.chain(entry.start, entry.size));
        }
        let root = self.entries.first()?;
        let small = self.chain(root.start, root.size);
        let mut out = Vec::with_capacity(entry.size);
        for sector in follow(&self.mini_fat, entry.start) {
            let Some(bytes) = small.get(sector * 64..) else { break };
            out.extend_from_slice(&bytes[..bytes.len().min(64)]);
            if out.len() >= entry.size {
                break;
            }
        }
        out.truncate(entry.size);
        Some(out)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    fn sector_bytes(&self, sector: usize) -> &'a [u8] {
        let start = (sector + 1).saturating_mul(self.sector).min(self.bytes.len());
        &self.bytes[start..(start + self.sector).min(self.bytes.len())]
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut out = Vec::new();
        for sector in follow(&self.fat, start) {
            out.extend_from_slice(self.sector_bytes(sector));
            if out.len() >= size {
                break;
            }
        }
        out.truncate(size);
        out
    }

    /// The file allocation table, whose own sectors are listed in the header and in a chain of lists.
    fn allocation_table(&self) -> Option<Vec<u32>> {
        let mut sectors: Vec<u32> = words(self.bytes.get(76..512)?);
        let mut next = u32_at(self.bytes, 68)?;
        let limit = self.bytes.len() / self.sector + 1;
        for _ in 0..limit {
            if next >= LAST_SECTOR {
                break;
            }
            let mut list = words(self.sector_bytes(next as usize));
            let Some(following) = list.pop() else { break };
            sectors.append(&mut list);
            next = following;
        }
        sectors.retain(|&sector| (sector as usize) < limit);
        sectors.truncate(limit);
        Some(sectors.iter().flat_map(|&sector| words(self.sector_bytes(sector as usize))).collect())
    }
}

/// What an office application keeps in a compound file.
pub(super) fn sniff(extension: &str, bytes: &[u8]) -> Result<Format, (Option<Format>, Reason)> {
    let by_extension = match extension {
        "doc" | "dot" => Some(Format::Doc),
        "xls" | "xlt" => Some(Format::Xls),
        _ => None,
    };
    let Some(file) = Compound::open(bytes) else {
        return Err((by_extension, refusal::BROKEN_OLE.reason()));
    };
    if file.has("EncryptedPackage") || file.has("EncryptionInfo") {
        return Err((by_extension, refusal::ENCRYPTED.reason()));
    }
    if file.has("WordDocument") {
        return Ok(Format::Doc);
    }
    if file.has("Workbook") || file.has("Book") {
        return Ok(Format::Xls);
    }
    if file.has("PowerPoint Document") {
        let advice = "Перенесите таблицу в документ .docx";
        return Err((None, refusal::unsupported_named("PowerPoint", advice)));
    }
    Err((by_extension, refusal::UNKNOWN.reason()))
}

/// The sectors of a chain; a chain that returns to itself ends after as many steps as there are sectors.
fn follow(table: &[u32], start: u32) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(start), |&sector| table.get(sector as usize).copied())
        .take_while(|&sector| sector < LAST_SECTOR)
        .take(table.len())
        .map(|sector| sector as usize)
}

/// The root and the entries directly below it, which hang together as a binary tree.
fn top_level(directory: &[u8]) -> Vec<Entry> {
    let slots: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
    let mut entries: Vec<Entry> = slots.first().and_then(|root| entry(root)).into_iter().collect();
    let mut seen = vec![false; slots.len()];
    let mut pending: Vec<u32> = slots.first().and_then(|root| u32_at(root, 76)).into_iter().collect();
    while let Some(index) = pending.pop() {
        let index = index as usize;
        let Some(slot) = slots.get(index) else { continue };
        if std::mem::replace(&mut seen[index], true) {
            continue;
        }
        entries.extend(entry(slot));
        pending.extend(u32_at(slot, 72));
        pending.extend(u32_at(slot, 68));
    }
    entries
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).saturating_sub(2).min(62);
    let units: Vec<u16> = bytes[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let name = String::from_utf16_lossy(&units);
    let size = u32_at(bytes, 120)? as usize;
    (!name.is_empty()).then_some(Entry { name, start: u32_at(bytes, 116)?, size })
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|w| u32::from_le_bytes([w[0], w[1], w[2], w[3]])).collect()
}

/// The 16-bit little-endian number at an offset.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

/// The 32-bit little-endian number at an offset.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chain_that_returns_to_itself_ends() {
        assert_eq!(follow(&[1, 0], 0).count(), 2);
    }

    #[test]
    fn a_header_alone_is_refused() {
        let (_, reason) = sniff("doc", &MAGIC).expect_err("nothing behind the header");
        assert_eq!(reason.code, "broken-file");
    }
}
