using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Scorecards;

/// <summary>What a card is to be learned from, and how.</summary>
/// <param name="Table">One row a decision.</param>
/// <param name="TargetField">Outcome column.</param>
/// <param name="TargetValue">Its value that means positive.</param>
/// <param name="Ignore">Columns left alone.</param>
/// <param name="Modes">Modes wanted; null: all that can be had.</param>
/// <param name="MaxAttributes">Most fields of a card, 1 to 40; 12 by default.</param>
/// <param name="Directions">Declared directions by field.</param>
/// <param name="Folds">Per row the fold it is left out in, 0 and up; null: by the date, else five drawn.</param>
/// <param name="AccountField">Column that says which rows stay together.</param>
/// <param name="DateField">Day of the decision: the headline is then measured on the last 20 %.</param>
/// <param name="Template">Fields by category, and expert points; null: free only.</param>
/// <param name="Outcome">The outcome in words; null: "field = value".</param>
/// <param name="KeepLeaks">Learn from fields that look written after the outcome too.</param>
/// <param name="View">An as-of table to learn from instead: it brings its own outcome, accounts, days and names of fields.</param>
/// <param name="NeutralMissing">Fields whose gaps differ by outcome (a value filled in after winning): there a missing value counts as an average one.</param>
/// <param name="Name">Name of the card.</param>
/// <param name="Seed">Of everything random.</param>
public sealed record ScorecardRequest(
    Table Table,
    string TargetField,
    string TargetValue,
    IReadOnlyList<string>? Ignore = null,
    IReadOnlyList<ScorecardMode>? Modes = null,
    int MaxAttributes = 12,
    IReadOnlyDictionary<string, CardDirection>? Directions = null,
    IReadOnlyList<int>? Folds = null,
    string? AccountField = null,
    string? DateField = null,
    CardTemplate? Template = null,
    Wording? Outcome = null,
    bool KeepLeaks = false,
    AsOfTable? View = null,
    IReadOnlySet<string>? NeutralMissing = null,
    string Name = "card",
    long Seed = 1)
{
    /// <summary>Of an as-of table: who buys, who stays.</summary>
    public static ScorecardRequest Of(AsOfTable view, CardTemplate? template, string name, long seed, IReadOnlyList<ScorecardMode>? modes = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new ScorecardRequest(view.Table, "", "", Modes: modes, Template: template, Outcome: view.Outcome, View: view, Name: name, Seed: seed);
    }

    /// <summary>Name of a field for people.</summary>
    public Wording LabelOf(string field) => Template?.Of(field)?.Label ?? View?.Fields.FirstOrDefault(known => known.Name == field)?.Label ?? Wording.Same(field);
}
