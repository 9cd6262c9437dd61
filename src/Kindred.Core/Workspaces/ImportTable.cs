using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>What to import.</summary>
/// <param name="Table">The table.</param>
/// <param name="Batches">Its rows behind a physical line, in batches and file order.</param>
/// <param name="IsDryRun">Only counts; nothing is stored.</param>
public sealed record ImportRequest(ImportedTable Table, Func<long, IEnumerable<TableBatch>> Batches, bool IsDryRun = false);

/// <summary>What an import did.</summary>
/// <param name="Import">The import as stored; null after a dry run of a file that is not stored yet.</param>
/// <param name="Accepted">Rows of the file that were accepted.</param>
/// <param name="Rejected">Rows of the file that were rejected.</param>
/// <param name="ResumedBehind">Physical line behind which storing went on; 0 for a fresh import.</param>
/// <param name="ChangedNothing">The same file was active already.</param>
/// <param name="ReadsDifferently">The active import of this file has other column types than this reading (another answer about dates, say): undo it first to import this one.</param>
public sealed record ImportResult(Import? Import, long Accepted, long Rejected, long ResumedBehind, bool ChangedNothing, bool ReadsDifferently = false);

/// <summary>Imports a table: stores it batch by batch out of sight, then makes it visible in one step. Interrupted, it goes on behind the last stored row; repeated, it changes nothing.</summary>
public sealed class ImportTable(IImportStore store)
{
    /// <summary>Carries the request out.</summary>
    public async Task<ImportResult> RunAsync(ImportRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsDryRun)
        {
            return await TryOut(request, ct).ConfigureAwait(false);
        }

        var import = await store.BeginAsync(request.Table, ct).ConfigureAwait(false);
        if (import.State == ImportState.Active)
        {
            return new ImportResult(import, import.Accepted, import.Rejected, 0, true, Differs(import.Table, request.Table));
        }

        if (!import.IsComplete)
        {
            await Store(import, request, ct).ConfigureAwait(false);
        }

        var published = await store.PublishAsync(import.Id, ct).ConfigureAwait(false);
        return new ImportResult(published, published.Accepted, published.Rejected, import.LastRow, false);
    }

    /// <summary>Reads one batch ahead while the batch before is stored.</summary>
    private async Task Store(Import import, ImportRequest request, CancellationToken ct)
    {
        using var batches = request.Batches(import.LastRow).GetEnumerator();
        var storing = Task.CompletedTask;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            TableBatch? next;
            try
            {
                next = batches.MoveNext() ? ResidentNumbersOut.Of(batches.Current) : null;
            }
            catch
            {
                await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                throw;
            }

            await storing.ConfigureAwait(false);
            if (next is null)
            {
                return;
            }

            storing = Task.Run(() => store.AppendAsync(import.Id, next, ct), ct);
        }
    }

    private async Task<ImportResult> TryOut(ImportRequest request, CancellationToken ct)
    {
        var known = (await store.ListAsync(ct).ConfigureAwait(false)).FirstOrDefault(import =>
            import.State == ImportState.Active && import.Table.Sha256 == request.Table.Sha256 && import.Table.Sheet == request.Table.Sheet);
        long accepted = 0, rejected = 0;
        foreach (var batch in request.Batches(0))
        {
            ct.ThrowIfCancellationRequested();
            accepted += batch.Table.RowCount;
            rejected += batch.Rejects.Count;
        }

        return new ImportResult(known, accepted, rejected, 0, known is not null, known is not null && Differs(known.Table, request.Table));
    }

    private static bool Differs(ImportedTable stored, ImportedTable read) => !stored.Columns.Select(Form).SequenceEqual(read.Columns.Select(Form));

    private static (string, ColumnType, string?, char?) Form(ImportedColumn column) => (column.Name, column.Type, column.Currency, column.Separator);
}
