// SPDX-License-Identifier: GPL-3.0-or-later
internal import PlanKit
internal import PlanStore

extension Session {
  /// Whether answers that are longer than the window go through a pager.
  public var wantsPager: Bool { preferences.usesPager }

  /// Sets the moment of which questions are that name none; what a line says itself comes before it.
  func look(at moment: Moment) throws(Hinweis) {
    view = moment
    refuseWrites()
    if !moment.isNow { try tellBeginning(moment) }
    if !options.isAtPrompt { tellView() }
  }

  /// What is seen is not what would be written: looking back, nothing is.
  func refuseWrites() {
    let looksBack = view.day != nil || view.known != nil
    store?.refusal =
      lostRun
      ?? (looksBack
        ? Hinweis("gefragt ist gerade: \(view); was früher war, lässt sich nur ansehen").help(
          "stand heute führt zurück; von welchem Tag eine Änderung spricht, steht in ihrer Zeile: … stand 24.04.2017") : nil)
  }

  /// At the prompt it stands in front of every line.
  func tellView() { tell(view.isNow ? "gefragt ist, was jetzt gilt" : "gefragt ist: \(view)") }
}
