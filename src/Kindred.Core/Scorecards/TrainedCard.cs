using Kindred.Statistics.RiskScores;

namespace Kindred.Core.Scorecards;

/// <summary>A score learned from some rows, with the cells it speaks of.</summary>
/// <param name="Fields">Cells of the fields offered, in the order of the score's field numbers.</param>
/// <param name="Score">The learned score.</param>
internal sealed record TrainedCard(IReadOnlyList<FieldCells> Fields, RiskScore Score)
{
    /// <summary>Scores of every row of the table.</summary>
    public int[] Scores(bool withLines = true) => Score.Score([.. Fields.Select(field => field.Cells)], withLines);

    /// <summary>Learns from rows of a table; null when no field is worth anything.</summary>
    public static TrainedCard? Learn(ScorecardRequest request, ScorecardMode mode, IReadOnlyList<string> kept, byte[] positive, ScorecardSplit split, int[] rows, IProgress<double>? progress, CancellationToken cancel)
    {
        var template = mode == ScorecardMode.Free ? null : request.Template;
        var offered = new List<FieldCells>();
        var fields = new List<RiskScoreField>();
        foreach (var name in kept)
        {
            if (FieldCells.Of(request.Table.Find(name)!, rows) is { } cells)
            {
                var line = template?.Of(name);
                offered.Add(cells);
                fields.Add(new RiskScoreField(
                    [.. rows.Select(row => cells.Cells[row])], cells.Count, cells.IsNumber,
                    cells.IsNumber && request.Directions?.TryGetValue(name, out var direction) == true ? Shapes.Of(direction) : default,
                    template is null || line is null ? 0 : (int)line.Category,
                    line is null ? null : TemplatePoints.ByCell(request.Table, line, template!, cells, rows)));
            }
        }

        byte[] y = [.. rows.Select(row => positive[row])];
        var options = new RiskScoreOptions { MaxAttributes = request.MaxAttributes, Seed = request.Seed, GroupPoints = template?.Shares };
        var learned = LearnRiskScore.Run(fields, y, Kindred.Statistics.Resampling.Clusters.From([.. rows.Select(row => split.Clusters.Of[row])]), split.Later(rows), options, progress, cancel);
        return learned is null ? null : new TrainedCard(offered, learned);
    }
}
