/// The numbers in every column of a file, without rules: what is no number is NA.
struct ColumnSurvey: Sendable {
  /// The columns in the order of the file, that of the time left out; values without NA.
  private(set) var columns: [(name: String, values: [Double])]
  let timeColumn: String?
  let samples: Int

  /// Reads all columns of one file.
  init(_ source: MetricsSource, format: CSVFormat) throws(Diagnostics) {
    do throws(Diagnostic) {
      let stream = try source.open()
      let reader = try MetricsReader(
        stream,
        name: source.name,
        format: format,
        chunkSize: (stream.byteCount ?? 1 << 20) + 1
      )
      let names = reader.header.names
      timeColumn = reader.header.timeColumn
      let decoders = names.indices.map { field in
        ColumnDecoder(
          field: field,
          column: field,
          name: names[field],
          kind: .unreferenced,
          missing: MissingTokens([])
        )
      }
      var batch = SampleBatch(columnCount: names.count)
      var memory: [UInt8] = []
      if let next = reader.nextChunk(reusing: &memory) {
        if let failure = next.failure { throw failure }
        var ends = FieldEnds()
        do throws(TextError) {
          _ = try reader.sampleReader(decoders, columnCount: names.count)
            .read(next.chunk, from: next.position, into: &batch, using: &ends)
        } catch {
          throw Diagnostic(error, in: next.chunk, of: source.name)
        }
      }
      samples = batch.count
      let time = timeColumn
      columns = names.indices.filter { names[$0] != time && !names[$0].isEmpty }.map { index in
        (names[index], batch.values(of: index).filter { !$0.isNaN })
      }
    } catch {
      throw Diagnostics(error)
    }
  }

  /// Takes in the values of another file's columns of the same names.
  mutating func merge(_ other: ColumnSurvey) {
    for index in columns.indices {
      guard let same = other.columns.first(where: { $0.name == columns[index].name }) else {
        continue
      }
      columns[index].values += same.values
    }
  }

  /// A column that tells the traffic, when all of them are 0 throughout; `nil` otherwise.
  var idleTraffic: String? {
    let traffic = TrafficColumn.all(in: columns.map(\.name), beside: ColumnTable())
    let isIdle = traffic.allSatisfy { column in
      columns.first { $0.name == column.name }?.values.allSatisfy { $0 == 0 } ?? false
    }
    return isIdle ? traffic.first?.name : nil
  }
}
