using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Files.Columns;

namespace Kindred.Files.Reading;

/// <summary>The cells of one batch of rows, with the raw text of each row until it is known to fit.</summary>
internal sealed class BatchCells
{
    private readonly IReadOnlyList<ColumnChoice> _choices;
    private readonly ColumnCells[] _columns;
    private readonly long[] _lines;
    private readonly int[] _rawEnds;
    private byte[] _raw = new byte[1 << 16];
    private int _rawUsed;

    internal BatchCells(IReadOnlyList<ColumnChoice> choices, int rows)
    {
        _choices = choices;
        _columns = [.. choices.Select(choice => ColumnCells.For(choice.Plan, rows))];

        _lines = new long[rows];
        _rawEnds = new int[rows + 1];
    }

    internal int Rows { get; private set; }

    /// <summary>Raw bytes held; batches are cut when rows are very long.</summary>
    internal int RawBytes => _rawUsed;

    internal void Add(RecordSource row)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].Add(in row.StartOf(i), row.LengthOf(i));
        }

        var raw = row.Raw;
        raw = raw.Length > RecordSource.RawLimit ? raw[..RecordSource.RawLimit] : raw;
        if (_rawUsed + raw.Length > _raw.Length)
        {
            Array.Resize(ref _raw, Math.Max(_raw.Length * 2, _rawUsed + raw.Length));
        }

        raw.CopyTo(_raw.AsSpan(_rawUsed));
        _rawUsed += raw.Length;
        _lines[Rows++] = row.Line;
        _rawEnds[Rows] = _rawUsed;
    }

    internal TableBatch Build(string name, List<Reject> rejects)
    {
        var built = new List<Column>(_columns.Length);
        var added = new List<Column>();
        var misfits = new SortedDictionary<int, Reason>();
        for (var i = 0; i < _columns.Length; i++)
        {
            var parts = ColumnBuilder.Build(_choices[i].Plan, _columns[i], misfits);
            built.Add(parts[0]);
            added.AddRange(parts.Skip(1));
        }

        built.AddRange(added);
        var table = new Table(name, built, Rows);
        var lines = _lines[..Rows];
        if (misfits.Count > 0)
        {
            var rest = WholeTable.Rest(Rows, misfits);
            table = table.Take(rest);
            rejects.AddRange(misfits.Select(pair => new Reject(_lines[pair.Key], pair.Value, RecordSource.Shorten(_raw.AsSpan(_rawEnds[pair.Key].._rawEnds[pair.Key + 1]), RowReader.MostRaw))));
            rejects.Sort((left, right) => left.RowNumber.CompareTo(right.RowNumber));
            lines = [.. rest.Select(row => _lines[row])];
        }

        return new TableBatch(table, lines, rejects);
    }
}
