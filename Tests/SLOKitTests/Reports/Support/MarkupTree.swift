import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of a parsed XML text.
final class MarkupElement {
  let name: String
  let attributes: [String: String]
  var children: [MarkupElement] = []
  var text = ""

  init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }
}

extension MarkupElement {
  /// The element and all below it, in the order of the text.
  var all: [MarkupElement] { [self] + children.flatMap(\.all) }

  /// The elements of that name, in the order of the text.
  func all(_ name: String) -> [MarkupElement] { all.filter { $0.name == name } }

  /// All text below it, with one blank for each stretch of blanks.
  var wholeText: String {
    ([text] + children.map(\.wholeText)).joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The names of all elements and attributes, without any text.
  var shape: [String] {
    all.map { element in ([element.name] + element.attributes.keys.sorted()).joined(separator: " ")
    }
  }
}

/// Parses XML; a text that is not well-formed is an error with its line.
final class MarkupTree: NSObject, XMLParserDelegate {
  struct Malformed: Error {
    let line: Int
  }

  private var stack = [MarkupElement("", [:])]

  static func parse(_ text: String) throws -> MarkupElement {
    let tree = MarkupTree()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = tree
    guard parser.parse(), let root = tree.stack[0].children.first else {
      throw Malformed(line: parser.lineNumber)
    }
    return root
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = MarkupElement(name, attributes)
    stack[stack.count - 1].children.append(element)
    stack.append(element)
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    stack.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    stack[stack.count - 1].text += string
  }
}
