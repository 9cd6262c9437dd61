using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Columns as they were known when each row's decision was made (deal creation; account start plus 30 days for questions about customers). The only thing the methods see.</summary>
/// <param name="Table">Features, one row per decision. Has one column per entry of <paramref name="Fields"/>.</param>
/// <param name="Fields">Meaning of each column, in column order.</param>
/// <param name="Accounts">Per row the index of its account in the account list: rows of one account stay together in folds, permutations and bootstraps.</param>
/// <param name="Dates">Per row the day of the decision as day number (<see cref="DateOnly.DayNumber"/>), or -1 when unknown.</param>
/// <param name="Positive">Per row: 1 the outcome happened, 0 it did not.</param>
/// <param name="Outcome">The question in words: "계약했어요 / signed".</param>
/// <param name="Dropped">Columns left out before mining, with the reason.</param>
public sealed record AsOfTable(
    Table Table,
    IReadOnlyList<Field> Fields,
    int[] Accounts,
    int[] Dates,
    byte[] Positive,
    Wording Outcome,
    IReadOnlyList<DroppedField> Dropped);

/// <summary>A field that was left out, and why.</summary>
/// <param name="Field">Column name.</param>
/// <param name="Reason">identifier · constant · too-many-values · defines-the-outcome · person · deal · channel · after-the-outcome · calendar, with a sentence.</param>
public sealed record DroppedField(string Field, Reason Reason);
