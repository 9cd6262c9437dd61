using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Product;

namespace Kindred.Web.Accounts;

/// <summary>The list of companies.</summary>
/// <param name="Facts">Facts.</param>
/// <param name="Index">Search and orders.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Found">Companies that fit.</param>
/// <param name="Rows">Those of this page.</param>
/// <param name="Number">Page of the list, 1 is the first.</param>
/// <param name="HasProfile">Whether states are known.</param>
public sealed record AccountListModel(AccountFacts Facts, AccountIndex Index, AccountFilter Filter, int Found, IReadOnlyList<int> Rows, int Number, bool HasProfile)
{
    /// <summary>Companies on a page.</summary>
    public const int Size = 50;
}

/// <summary>Rows of one file that belong to a company.</summary>
/// <param name="Placed">The table.</param>
/// <param name="Rows">Rows shown, from 0, newest last as in the file.</param>
/// <param name="Count">All rows of the company there.</param>
/// <param name="Columns">Columns with a value in a shown row, with their names for people.</param>
public sealed record AccountTable(PlacedTable Placed, IReadOnlyList<int> Rows, int Count, IReadOnlyList<(string Column, Wording Label)> Columns);

/// <summary>Usage of a company by feature.</summary>
/// <param name="Feature">Feature or event; empty when the file names none.</param>
/// <param name="Count">Sum of counts.</param>
/// <param name="First">First day of use.</param>
/// <param name="Last">Last month of use.</param>
public sealed record UsageLine(string Feature, double Count, DateOnly First, DateOnly Last);

/// <summary>One company in full.</summary>
/// <param name="Company">The company.</param>
/// <param name="State">State to the profile; null without one.</param>
/// <param name="Standing">What differs, in words.</param>
/// <param name="IsCustomer">Whether it is a customer now.</param>
/// <param name="Value">Contract value; NaN when unknown.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Lead">Its lead; null when it is none.</param>
/// <param name="Score">Score of the lead; null without one, and while it is to be judged blind.</param>
/// <param name="Usage">Usage by feature, most used first.</param>
/// <param name="Merges">How rows were joined to it.</param>
/// <param name="Tables">Every row of every file.</param>
/// <param name="AsOf">The day the data speaks for.</param>
/// <param name="Bands">Sizes in the bands the owner chose.</param>
public sealed record AccountModel(Company Company, AccountState? State, Wording? Standing, bool IsCustomer, double Value, string Currency, LeadEntry? Lead, RowScore? Score, IReadOnlyList<UsageLine> Usage, IReadOnlyList<Merge> Merges, IReadOnlyList<AccountTable> Tables, DateOnly AsOf, AccountBands Bands)
{
    /// <summary>Health and success stories like it; null where nothing is known of customers.</summary>
    public Success.AccountSuccess? Success { get; init; }
}
