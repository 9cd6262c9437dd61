using Kindred.Core.Tables;
using Kindred.Core.Workspaces;
using Kindred.Files.Columns;
using Kindred.Files.Reading;

namespace Kindred.Files;

/// <summary>A table of any size read in batches at constant memory. A first pass over the file decided the type of every column, so all batches have the same columns.</summary>
public sealed class TableFileStream
{
    /// <summary>Most rows of a batch.</summary>
    public const int MostRows = 5_000;

    /// <summary>A batch of very long rows ends early.</summary>
    private const int MostRawBytes = 8 << 20;

    private readonly OpenTable _table;
    private readonly IReadOnlyList<ColumnChoice> _choices;

    internal TableFileStream(OpenTable table, IReadOnlyList<ColumnChoice> choices, FileEvidence evidence, IReadOnlyList<ColumnEvidence> columns, IReadOnlyList<TableQuestion> questions)
    {
        _table = table;
        _choices = choices;
        Evidence = evidence;
        Columns = columns;
        Questions = questions;
    }

    /// <summary>Name of the table: file, or file › sheet.</summary>
    public string Name => _table.Name;

    /// <summary>How the file was read and why.</summary>
    public FileEvidence Evidence { get; }

    /// <summary>Per column its type and why. Distinct counts are lower bounds where nearly every cell differs.</summary>
    public IReadOnlyList<ColumnEvidence> Columns { get; }

    /// <summary>What only a person can say.</summary>
    public IReadOnlyList<TableQuestion> Questions { get; }

    /// <summary>The table as an import: its columns in the order batches have them.</summary>
    /// <param name="kind">What the table holds, once recognised.</param>
    public ImportedTable AsImport(string kind = "")
    {
        var columns = _choices.Zip(Columns, (choice, evidence) => new ImportedColumn(
            choice.Plan.Name, choice.Plan.Type, choice.Plan.Currency, choice.Plan.Separator, choice.Plan.IsText ? [.. evidence.Placeholders.Select(found => found.Word)] : []));
        var currencies = _choices.Where(choice => choice.Plan.HasSeveralCurrencies).Select(choice => new ImportedColumn(choice.Plan.CurrencyColumn!, ColumnType.Text, null, null, []));
        return new ImportedTable(Path.GetFileName(_table.Path), Evidence.Sheet ?? "", Evidence.Sha256, Evidence.Bytes, [.. columns, .. currencies], kind);
    }

    /// <summary>Reads the rows in batches, in file order. Every call reads the file from its beginning.</summary>
    /// <param name="rowsPerBatch">Rows of a batch, 1–5,000.</param>
    /// <param name="afterRow">Physical line behind which to start: rows and rejects up to it are passed over (resuming an import).</param>
    /// <param name="progress">Gets the share read, 0–1.</param>
    /// <param name="ct">Stops reading.</param>
    public IEnumerable<TableBatch> Batches(int rowsPerBatch = MostRows, long afterRow = 0, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rowsPerBatch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rowsPerBatch, MostRows);
        using var source = _table.Records();
        var rows = new RowReader(source, _table.Name, _table.HeaderCells, keepsRejects: true);
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var batch = new BatchCells(_choices, rowsPerBatch);
            var more = true;
            while (batch.Rows < rowsPerBatch && batch.RawBytes < MostRawBytes && rows.Rejects.Count < rowsPerBatch && (more = rows.Next()))
            {
                if (rows.Current.Line > afterRow)
                {
                    batch.Add(rows.Current);
                }
            }

            var rejects = rows.Rejects.Where(reject => reject.RowNumber > afterRow).ToList();
            rows.Rejects.Clear();
            progress?.Report(more ? rows.Progress : 1);
            if (batch.Rows > 0 || rejects.Count > 0)
            {
                yield return batch.Build(_table.Name, rejects);
            }

            if (!more)
            {
                yield break;
            }
        }
    }
}
