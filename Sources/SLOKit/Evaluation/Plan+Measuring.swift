extension Plan {
  /// How many percentiles are kept apart.
  private var distributionCount: Int {
    series.series.reduce(0) { $0 + $1.valueKinds.count { $0 == .distribution } }
  }

  /// Reads all samples of `reader`.
  func measure(
    _ reader: MetricsReader,
    options: EvaluationOptions,
    progress: ReadingProgress.Handler?
  ) throws(Diagnostic) -> Measurements {
    let isExactStream = options.percentiles == .exact && !reader.canRestart
    let values = isExactStream ? options.memory.streamValues : options.memory.values
    let pass = MeasuringPass(
      samples: reader.sampleReader(decoders, columnCount: columnCount),
      series: series,
      derivedColumns: derivedColumns,
      filter: rules.filter,
      storedSamples: values / max(1, distributionCount),
      progress: progress
    )
    let (tally, order) = try pass.run(reader, threads: options.threads)
    let measurements = Measurements(self, tally, order)
    guard !isExactStream || measurements.approximatePlaces.isEmpty else {
      throw Diagnostic(
        .streamTooLong,
        "\(reader.name): exact percentiles of \(order.samples) samples do not fit into memory",
        hint: "write the stream to a file, which can be read twice"
      )
    }
    return measurements
  }
}

// MARK: - Exact percentiles

extension Plan {
  /// Finds the exact values of percentiles that a status depends on, or of all of them, by reading
  /// the file again.
  ///
  /// Only the values in the bucket that holds the percentile are kept then. Of a stream, which is
  /// gone, nothing is found, and the judge knows what to say.
  func refine(
    _ measurements: inout Measurements,
    _ reader: MetricsReader,
    options: EvaluationOptions,
    progress: ReadingProgress.Handler?
  ) throws(Diagnostic) {
    var reader = reader
    while true {
      let wanted =
        options.percentiles == .exact
        ? measurements.approximatePlaces
        : Judge(self, measurements, options: options).decisivePlaces
      guard !wanted.isEmpty, let again = try reader.restarted() else { return }
      try look(into: wanted, of: &measurements, again, options: options, progress: progress)
      reader = again
    }
  }

  /// Narrows the percentiles at `wanted` by one more pass.
  private func look(
    into wanted: [Int],
    of measurements: inout Measurements,
    _ reader: MetricsReader,
    options: EvaluationOptions,
    progress: ReadingProgress.Handler?
  ) throws(Diagnostic) {
    let buckets = wanted.reduce(0) { $0 + measurements.results[$1].buckets.count }
    var series = SeriesPlan([], derivedColumns: derivedColumns)
    var searches: [(result: Int, bucket: Bucket, place: SeriesPlan.Place)] = []
    for index in wanted {
      let aggregate = aggregates.items[index]
      for bucket in measurements.results[index].buckets {
        let kind = ValueKind.bucket(bucket, capacity: options.memory.bucketValues / buckets)
        let place = series.add(kind, of: aggregate.operand, filter: aggregate.filter)
        searches.append((index, bucket, place))
      }
    }
    let columns = wanted.flatMap { aggregates.items[$0].allColumns } + (rules.filter?.columns ?? [])
    let read = derivedColumns.fileColumns(beneath: columns)
    let isDerived = series.series.contains(where: \.isDerived)
    let pass = MeasuringPass(
      samples: reader.sampleReader(
        decoders.filter { $0.isTime ? isDerived : read.contains($0.column) },
        columnCount: columnCount
      ),
      series: series,
      derivedColumns: isDerived ? derivedColumns : [],
      filter: rules.filter,
      storedSamples: .max,
      progress: progress
    )
    let (tally, order) = try pass.run(reader, threads: options.threads)
    guard order.samples == measurements.samples else { throw OpenFile.changed(reader.name) }
    try reader.checkUnchanged()
    for search in searches {
      let state = tally.series[search.place.series].states[search.place.state]
      guard case .bucket(let values) = state else { continue }
      measurements.narrow(search.result, search.bucket) { values.value(at: $0) }
      // Without the value that the first reading counted there, looking again would never end.
      guard !measurements.results[search.result].buckets.contains(search.bucket) else {
        throw OpenFile.changed(reader.name)
      }
    }
  }
}
