using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Files.Reading;

namespace Kindred.Files.Scoring;

/// <summary>The ordinary way: a first pass types the card's columns, a second scores the rows in batches. Columns the card does not use stay words, so that nothing in them rejects a row.</summary>
internal static class TypedScoring
{
    internal static Result<ScoreFileResult> Run(ScoreFileRequest request, OpenTable table, RowScorer scorer, string fresh, IProgress<double>? progress, CancellationToken ct)
    {
        var used = scorer.Fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var options = new TableFileOptions(TextColumns: table.Columns.Where(column => !used.Contains(column)).ToHashSet(StringComparer.Ordinal));
        if (!StreamedTable.Open(table, options, null, ct).TryGet(out var stream, out var reasons))
        {
            return Result.Refused<ScoreFileResult>(reasons);
        }

        var rejects = new List<Reject>();
        var states = new long[Enum.GetValues<ScoreState>().Length];
        long scored = 0;
        using var writer = ScoreFile.Writer(request, scorer, fresh);
        foreach (var batch in stream.Batches(progress: progress, ct: ct))
        {
            rejects.AddRange(batch.Rejects);
            if (!scorer.Of(batch.Table, batch.RowNumbers).TryGet(out var rows, out reasons))
            {
                return Result.Refused<ScoreFileResult>(reasons);
            }

            var ids = request.IdColumn is { } name ? batch.Table.Find(name) : null;
            for (var row = 0; row < rows.Length; row++)
            {
                states[(int)rows[row].Score.State]++;
                if (ids is not null)
                {
                    writer.Write(Encoding.UTF8.GetBytes(ids is TextColumn text ? text.RawAt(row) : ids.TextAt(row)), rows[row]);
                }
                else
                {
                    writer.Write(batch.RowNumbers[row], rows[row]);
                }
            }

            scored += rows.Length;
        }

        return Result.Accepted(new ScoreFileResult(scored, rejects, states, false));
    }
}
