//! Rows to the bytes of one parquet file, batch by batch, so that only one batch of columns is in memory at a time.

use polars::prelude::{
    DataFrame, KeyValueMetadata, ParquetCompression, ParquetWriter, PolarsResult, StatisticsOptions,
};

/// Rows laid out as columns at once; also the size of a row group.
const BATCH: usize = 1 << 17;

/// What the key-value metadata of a file says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks<'a> {
    pub(super) table: &'a str,
    pub(super) schema_version: &'a str,
    pub(super) run_id: &'a str,
}

/// A finished file and the number of its rows.
#[derive(Debug)]
pub(super) struct Encoded {
    pub(super) bytes: Vec<u8>,
    pub(super) rows: u64,
}

/// Writes rows through `frame`, which lays a batch of them out as columns. Equal rows give equal bytes.
pub(super) fn encode<R>(
    marks: Marks<'_>,
    rows: impl IntoIterator<Item = R>,
    frame: impl Fn(&[R]) -> PolarsResult<DataFrame>,
) -> PolarsResult<Encoded> {
    let metadata =
        [("svod.table", marks.table), ("svod.schema_version", marks.schema_version), ("svod.run_id", marks.run_id)];
    let metadata = metadata.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec();
    let mut bytes = Vec::new();
    let mut count = 0;
    // The schema comes from a frame without rows, so that an empty table has its columns too.
    let mut writer = ParquetWriter::new(&mut bytes)
        .with_compression(ParquetCompression::Zstd(None))
        .with_statistics(StatisticsOptions::default())
        .with_key_value_metadata(Some(KeyValueMetadata::from_static(metadata)))
        .set_parallel(false)
        .batched(frame(&[])?.schema())?;
    let mut rows = rows.into_iter();
    loop {
        let batch: Vec<R> = rows.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        count += batch.len() as u64;
        writer.write_batch(&frame(&batch)?)?;
    }
    writer.finish()?;
    drop(writer);
    Ok(Encoded { bytes, rows: count })
}
