using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>Keeps imported rows. One owner process writes; readers see only active imports. A failing disk or database shows as <see cref="StorageException"/> with a reason.</summary>
public interface IImportStore
{
    /// <summary>Finds the import of this file and sheet, or begins one. An active import is returned as it is. One that was interrupted or undone goes back to staging with its rows kept
    /// when the columns are the same, so that storing goes on behind <see cref="Import.LastRow"/>; with other columns its rows are deleted first.</summary>
    Task<Import> BeginAsync(ImportedTable table, CancellationToken ct);

    /// <summary>Stores one batch in one transaction: all of it or nothing.</summary>
    /// <exception cref="InvalidOperationException">The import is not staging, or the batch does not lie behind the last stored row.</exception>
    Task AppendAsync(long import, TableBatch batch, CancellationToken ct);

    /// <summary>Makes a staging import visible, with all of its rows at once.</summary>
    Task<Import> PublishAsync(long import, CancellationToken ct);

    /// <summary>Takes an active or staging import back. Refused when there is none of that number, or it is undone already.</summary>
    Task<Result<Import>> UndoAsync(long import, CancellationToken ct);

    /// <summary>Deletes the rows of undone imports for good.</summary>
    /// <param name="undoneBefore">Only of those undone before this; null for all.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Imports purged.</returns>
    Task<int> PurgeAsync(DateTimeOffset? undoneBefore, CancellationToken ct);

    /// <summary>All imports in order of their numbers.</summary>
    Task<IReadOnlyList<Import>> ListAsync(CancellationToken ct);

    /// <summary>The rows of an active import as a table. Refused for any other.</summary>
    Task<Result<Table>> ReadAsync(long import, CancellationToken ct);

    /// <summary>The rejected rows of an import in file order.</summary>
    Task<IReadOnlyList<Reject>> RejectsAsync(long import, CancellationToken ct);
}
