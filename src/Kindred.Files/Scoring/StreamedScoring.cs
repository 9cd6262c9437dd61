using Kindred.Core.Scorecards;
using Kindred.Files.Columns;
using Kindred.Files.Reading;

namespace Kindred.Files.Scoring;

/// <summary>Scores plain UTF-8 from its bytes, looking only at the card's columns. Gives up, and leaves the file to the ordinary way, at the first cell whose meaning depends on the rest of its column.</summary>
internal static class StreamedScoring
{
    /// <returns>What was scored; null when the ordinary way is needed.</returns>
    internal static ScoreFileResult? Run(ScoreFileRequest request, OpenTable table, RowScorer scorer, string fresh, IProgress<double>? progress, CancellationToken ct)
    {
        if (table.Evidence.Format == "xlsx" || table.Evidence.Encoding != Encodings.Utf8 || scorer.Fields.Any(field => field.UsesTags || (field.IsNumber && SaysMore(field.Name))))
        {
            return null;
        }

        var fields = scorer.Fields.Select((field, i) => new StreamedField(i, Array.IndexOf(table.Columns, field.Name), field)).ToArray();
        var id = request.IdColumn is { } name ? Array.IndexOf(table.Columns, name) : -1;
        var states = new long[Enum.GetValues<ScoreState>().Length];
        var classes = new int[fields.Length];
        using var source = table.Records();
        var rows = new RowReader(source, table.Name, table.HeaderCells, keepsRejects: true);
        using var writer = ScoreFile.Writer(request, scorer, fresh);
        long scored = 0;
        while (rows.Next())
        {
            var row = rows.Current;
            for (var i = 0; i < fields.Length; i++)
            {
                var field = fields[i];
                var one = field.Class(row, scorer);
                if (one < 0)
                {
                    return null;
                }

                classes[i] = one;
            }

            var result = scorer.Of(classes);
            states[(int)result.Score.State]++;
            if (id >= 0)
            {
                writer.Write(row.Field(id), result);
            }
            else
            {
                writer.Write(row.Line, result);
            }

            if ((++scored & 0xFFFF) == 0)
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(rows.Progress);
            }
        }

        progress?.Report(1);
        return Array.TrueForAll(fields, field => field.IsSettled(scored)) ? new ScoreFileResult(scored, rows.Rejects, states, true) : null;
    }

    /// <summary>A header with a unit, a currency or a day changes how numbers are read.</summary>
    private static bool SaysMore(string header) => HeaderSigns.Of(header) is var signs && (signs.Power != 0 || signs.IsDate);
}

/// <summary>One column of the card in a stream of records.</summary>
internal sealed class StreamedField(int index, int column, ScorerField field)
{
    private readonly PlainNumbers? _numbers = field.IsNumber ? new PlainNumbers() : null;
    private readonly WordClasses? _words = field.IsNumber ? null : new WordClasses(field);

    /// <summary>The class of the row's cell; -1 when only the ordinary way can tell.</summary>
    internal int Class(RecordSource row, RowScorer scorer)
    {
        if (column < 0)
        {
            return 0;
        }

        ref readonly var first = ref row.StartOf(column);
        var length = row.LengthOf(column);
        return _words is not null ? _words.Of(in first, length)
            : _numbers!.TryRead(in first, length, out var value) ? scorer.ClassOf(index, value)
            : -1;
    }

    /// <summary>False when the column as a whole may mean something else than its cells one by one.</summary>
    internal bool IsSettled(long rows) => column < 0 || (_words is not null ? _words.Digits * 2 < Math.Max(1, rows) : _numbers!.IsSettled);
}
