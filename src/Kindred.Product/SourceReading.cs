using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;

namespace Kindred.Product;

/// <summary>What was read from files and folders.</summary>
/// <param name="Tables">Tables.</param>
/// <param name="Accepted">Rows accepted.</param>
/// <param name="Rejects">Rows rejected, with their file.</param>
/// <param name="Skipped">Files that could not be read, with the reason.</param>
public sealed record SourceReading(IReadOnlyList<SourceTable> Tables, long Accepted, IReadOnlyList<(string File, Reject Reject)> Rejects, IReadOnlyList<(string File, Reason Reason)> Skipped)
{
    /// <summary>True when the folder says that its data is invented: every page then says so too.</summary>
    public bool IsInvented { get; init; }

    /// <summary>Rows that later tables brought again and that were left out.</summary>
    public IReadOnlyList<RowsReplaced> Replaced { get; init; } = [];

    /// <summary>Without rows that a later table brings again.</summary>
    public SourceReading Newest(Mapping? saved, CancellationToken cancel)
    {
        var newest = AccountsModule.Newest(Tables, saved, cancel);
        return this with { Tables = [.. Tables.Zip(newest.Tables, (source, table) => source with { Table = table })], Replaced = newest.Replaced };
    }
}
