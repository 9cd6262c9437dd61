using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Files.Reading;

namespace Kindred.Files.Scoring;

/// <summary>What to score.</summary>
/// <param name="Path">The file: whatever <see cref="TableFiles"/> reads; of a workbook its only sheet with a table.</param>
/// <param name="Card">The card.</param>
/// <param name="Out">CSV to write; replaced whole when the scoring is complete, else left as it was.</param>
/// <param name="IdColumn">Column whose cells name the rows; null: the line in the file.</param>
/// <param name="Language">Language of the reasons.</param>
public sealed record ScoreFileRequest(string Path, Scorecard Card, string Out, string? IdColumn = null, Language Language = Language.English);

/// <summary>What was scored.</summary>
/// <param name="Scored">Rows written.</param>
/// <param name="Rejects">Rows of the file that could not be scored, each with its reason; rows of the file = scored + rejected.</param>
/// <param name="States">Rows by state, in the order of <see cref="ScoreState"/>.</param>
/// <param name="IsStreamed">True when the cells were scored as they came; false when the file first had to be typed.</param>
public sealed record ScoreFileResult(long Scored, IReadOnlyList<Reject> Rejects, IReadOnlyList<long> States, bool IsStreamed);

/// <summary>Scores a file of any size into a CSV at constant memory. Plain UTF-8 is scored from its bytes in one pass; whatever needs a look at the whole column first goes the ordinary way.</summary>
public static class ScoreFile
{
    /// <summary>Carries the request out.</summary>
    /// <returns>What was scored; refused: the reasons of the file, <c>scorecards.no-such-field</c>, <c>scorecards.word-in-number</c>, <c>scorecards.date-in-field</c>, <c>scorecards.several-tables</c>.</returns>
    public static Result<ScoreFileResult> Run(ScoreFileRequest request, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Opening.Open(request.Path, new TableFileOptions(), ct).TryGet(out var tables, out var reasons))
        {
            return Result.Refused<ScoreFileResult>(reasons);
        }

        if (tables.Count != 1)
        {
            return Result.Refused<ScoreFileResult>("scorecards.several-tables", request.Path,
                $"'{request.Path}'에 표가 {Format.Whole(tables.Count)}개 있어요({string.Join(", ", tables.Select(table => table.Name))}). 표가 하나인 파일을 주세요.",
                $"'{request.Path}' holds {Format.Whole(tables.Count)} tables ({string.Join(", ", tables.Select(table => table.Name))}). Give a file with one.");
        }

        var scorer = new RowScorer(request.Card);
        var missing = scorer.Fields.Where(field => !field.IsOnlyAsked).Select(field => field.Name).Append(request.IdColumn).OfType<string>().Where(name => !tables[0].Columns.Contains(name, StringComparer.Ordinal)).ToArray();
        if (missing.Length > 0)
        {
            return Result.Refused<ScoreFileResult>([.. missing.Select(name => UnknownColumn(tables[0], name))]);
        }

        var fresh = request.Out + ".new";
        try
        {
            var result = StreamedScoring.Run(request, tables[0], scorer, fresh, progress, ct) is { } streamed
                ? Result.Accepted(streamed)
                : TypedScoring.Run(request, tables[0], scorer, fresh, progress, ct);
            if (result.IsAccepted)
            {
                File.Move(fresh, request.Out, overwrite: true);
            }

            return result;
        }
        catch (InvalidDataException failure)
        {
            return Result.Refused<ScoreFileResult>(Xlsx.WorkbookGuard.Broken(request.Path, failure.Message));
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    internal static ScoredCsv Writer(ScoreFileRequest request, RowScorer scorer, string fresh) =>
        new(new FileStream(fresh, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 }), scorer, request.IdColumn ?? "line", request.Language);

    private static Reason UnknownColumn(OpenTable table, string name)
    {
        var empty = new Table(table.Name, [.. table.Columns.Select(column => (Column)TextColumn.From(column, []))], 0);
        return ScoreTable.MissingColumn(empty, name);
    }
}
