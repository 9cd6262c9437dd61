using Kindred.Core.Basics;
using Kindred.Core.Workspaces;

namespace Kindred.Core.Accounts;

/// <summary>Entry and table of contents: raw tables → mapping → facts → as-of tables.</summary>
public static class AccountsModule
{
    /// <summary>Says what each table and column is, and what must be asked. A saved mapping overrides what it names.</summary>
    /// <returns>The mapping; refused: <c>accounts.no-rows</c>, <c>accounts.mapping-*</c>.</returns>
    public static Result<Mapping> Recognise(IReadOnlyList<SourceTable> tables, Mapping? saved = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return RecogniseTables.Run(tables, saved);
    }

    /// <summary>Leaves out rows that a later table brings again: newer exports of the same records replace, and never double.</summary>
    /// <param name="tables">Oldest first.</param>
    /// <param name="saved">A saved mapping, which says what its tables are.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>One table per table given, and what was replaced.</returns>
    public static NewestRowsResult Newest(IReadOnlyList<SourceTable> tables, Mapping? saved = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        return NaturalKeys.Newest(tables, saved, ct);
    }

    /// <summary>Puts the facts together.</summary>
    /// <returns>The facts; refused: <c>accounts.no-rows</c>, <c>accounts.nothing-recognised</c>, <c>accounts.unknown-answer</c>.</returns>
    public static Result<AccountFacts> Assemble(IReadOnlyList<SourceTable> tables, Mapping mapping, AssemblyOptions options)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(options);
        return AssembleFacts.Run(tables, mapping, options);
    }

    /// <summary>Who buys: one row per closed new-business deal (wide sheets: per row), features as of its creation, positive = won.</summary>
    /// <returns>The view; refused: <c>accounts.no-closed-deals</c>.</returns>
    public static Result<AsOfView> Buys(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return AsOfTables.Buys(facts);
    }

    /// <summary>Who stays: accounts started at least 12 months before the as-of day, features as of start plus 30 days, positive = alive at 12 months.</summary>
    /// <returns>The view; refused: <c>accounts.no-subscriptions</c>, <c>accounts.too-young</c>.</returns>
    public static Result<AsOfView> Stays(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return AsOfTables.Stays(facts);
    }

    /// <summary>Won and kept, per closed new-business deal old enough to tell (closed ≥ 12 months before the as-of day, lost ones too).</summary>
    public static Result<AsOfView> WonAndKept(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return AsOfTables.WonAndKept(facts);
    }

    /// <summary>Any source column as outcome of its rows: <c>--outcome churn_flag=True</c>.</summary>
    /// <returns>The view; refused: <c>accounts.outcome-column</c>, <c>accounts.outcome-value</c>.</returns>
    public static Result<AsOfView> ByOutcome(AccountFacts facts, string column, string value)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(value);
        return OutcomeRows.Run(facts, column, value);
    }
}
