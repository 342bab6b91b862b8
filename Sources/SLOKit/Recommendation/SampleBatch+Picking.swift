extension SampleBatch {
  /// The samples of several batches with the same columns, one after the other.
  init(joining batches: [SampleBatch]) {
    self.init(columnCount: batches[0].columnCount)
    let hasTime = batches.contains { !$0.times.isEmpty }
    reset(capacity: batches.reduce(0) { $0 + $1.count }, hasTime: hasTime, absent: [])
    let columns = Array(0..<columnCount)
    for batch in batches {
      for row in 0..<batch.count { append(row, of: batch, columns, time: batch.time(at: row)) }
    }
  }

  /// Some samples of a batch in this order; the times stay in the order of the batch, so that the
  /// clock never goes back.
  init(_ rows: [Int], of batch: SampleBatch, columns: [Int]) {
    self.init(columnCount: batch.columnCount)
    reset(capacity: rows.count, hasTime: !batch.times.isEmpty, absent: [])
    let isInOrder = zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 }
    for (place, row) in rows.enumerated() {
      let time = batch.time(at: isInOrder ? row : min(place, batch.count - 1))
      append(row, of: batch, columns, time: time)
    }
  }

  private mutating func append(
    _ row: Int,
    of batch: SampleBatch,
    _ columns: [Int],
    time: Timestamp?
  ) {
    beginSample(line: batch.line(at: row))
    for column in columns {
      set(batch.values[batch.firstIndex(of: column) + row], column: column)
    }
    if !times.isEmpty { set(time) }
  }
}
