// SPDX-License-Identifier: Apache-2.0

/// The colours and fonts that a workbook offers; no cell here uses them, but Excel wants the part.
enum Theme {
  static let part: String = {
    let colours = [
      ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F497D"), ("lt2", "EEECE1"), ("accent1", "4F81BD"), ("accent2", "C0504D"),
      ("accent3", "9BBB59"), ("accent4", "8064A2"), ("accent5", "4BACC6"), ("accent6", "F79646"), ("hlink", "0000FF"),
      ("folHlink", "800080"),
    ]
    let scheme = colours.map { "<a:\($0.0)><a:srgbClr val=\"\($0.1)\"/></a:\($0.0)>" }.joined()
    let fonts = ["major", "minor"].map {
      "<a:\($0)Font><a:latin typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/></a:\($0)Font>"
    }
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let three = { (text: String) in text + text + text }
    return WorkbookParts.begin
      + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Office\"><a:themeElements>"
      + "<a:clrScheme name=\"Office\">\(scheme)</a:clrScheme><a:fontScheme name=\"Office\">\(fonts.joined())</a:fontScheme>"
      + "<a:fmtScheme name=\"Office\"><a:fillStyleLst>\(three(fill))</a:fillStyleLst><a:lnStyleLst>\(three("<a:ln>\(fill)</a:ln>"))</a:lnStyleLst>"
      + "<a:effectStyleLst>\(three("<a:effectStyle><a:effectLst/></a:effectStyle>"))</a:effectStyleLst>"
      + "<a:bgFillStyleLst>\(three(fill))</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>\n"
  }()
}
