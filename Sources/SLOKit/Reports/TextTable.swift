/// Lays out rows of cells in columns of equal width.
struct TextTable {
  private var rows: [[String]] = []
  /// How many columns of a terminal each column takes.
  private var widths: [Int] = []

  mutating func add(_ row: [String]) {
    rows.append(row)
    for (column, cell) in row.enumerated() {
      if column == widths.count { widths.append(0) }
      widths[column] = max(widths[column], cell.displayWidth)
    }
  }

  /// The lines, indented by `indent`; `style` may colour a cell once its width is known.
  func lines(
    indent: String = "  ",
    style: (_ row: Int, _ column: Int, String) -> String = { $2 }
  ) -> [String] {
    rows.indices.map { number in
      let row = rows[number]
      // Nothing is filled up behind the last cell that has something.
      let last = row.lastIndex { !$0.isEmpty } ?? 0
      var line = Array(indent.utf8)
      for column in 0...last {
        line += style(number, column, row[column]).utf8
        guard column < last else { break }
        line += repeatElement(.space, count: widths[column] - row[column].displayWidth + 2)
      }
      return String(decoding: line, as: UTF8.self)
    }
  }
}

extension String {
  /// The columns that a terminal needs, as far as names and numbers go: one for each scalar that
  /// does not combine with the one before it, two for East Asian wide ones.
  fileprivate var displayWidth: Int {
    unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case ..<0x300: width + 1
      case 0x300...0x36F, 0xFE00...0xFE0F, 0x200D: width
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        width + 2
      default: width + 1
      }
    }
  }
}
