using Kindred.Statistics.RiskScores;

namespace Kindred.Core.Scorecards;

/// <summary>A score learned from some rows, with the cells it speaks of.</summary>
/// <param name="Fields">Cells of the fields offered, in the order of the score's field numbers.</param>
/// <param name="Score">The learned score.</param>
/// <param name="Asked">Points every row has from questions nobody answered yet.</param>
internal sealed record TrainedCard(IReadOnlyList<FieldCells> Fields, RiskScore Score, int Asked)
{
    /// <summary>Scores of every row of the table.</summary>
    public int[] Scores(bool withLines = true) => [.. Score.Score([.. Fields.Select(field => field.Cells)], withLines).Select(score => score + Asked)];

    /// <summary>Calibrated probability of a score.</summary>
    public double Probability(int score) => Score.Probability(score - Asked);

    /// <summary>Learns from rows of a table; null when no field is worth anything.</summary>
    public static TrainedCard? Learn(ScorecardRequest request, ScorecardMode mode, IReadOnlyList<string> kept, byte[] positive, ScorecardSplit split, int[] rows, IProgress<double>? progress, CancellationToken cancel)
    {
        var template = mode == ScorecardMode.Free ? null : request.Template;
        var offered = new List<FieldCells>();
        var fields = new List<RiskScoreField>();
        foreach (var name in kept)
        {
            if (FieldCells.Of(request.Table.Find(name)!, rows, positive) is { } cells)
            {
                var line = template?.Of(name);
                offered.Add(cells);
                fields.Add(new RiskScoreField(
                    [.. rows.Select(row => cells.Cells[row])], cells.Count, cells.IsNumber || cells.IsTags,
                    cells.IsNumber && request.Directions?.TryGetValue(name, out var direction) == true ? Shapes.Of(direction) : default,
                    template is null || line is null ? 0 : (int)line.Category,
                    line is null ? null : TemplatePoints.ByCell(request.Table, line, template!, cells, rows),
                    !cells.IsTags,
                    request.NeutralMissing?.Contains(name) == true));
            }
        }

        if (template is not null)
        {
            // A category without any field holds no points, or those of the questions asked for it.
            template = template with { Shares = CategoryAsks.Shares(request, [.. offered.Select(cells => template.Of(cells.Field)!.Category)]) };
        }

        byte[] y = [.. rows.Select(row => positive[row])];
        var options = new RiskScoreOptions { MaxAttributes = request.MaxAttributes, Seed = request.Seed, GroupPoints = template?.Shares };
        var learned = LearnRiskScore.Run(fields, y, Kindred.Statistics.Resampling.Clusters.From([.. rows.Select(row => split.Clusters.Of[row])]), split.Later(rows), options, progress, cancel);
        if (learned is null)
        {
            return null;
        }

        if (template is not null && learned.Attributes.Select(attribute => fields[attribute.Field].Group).Distinct().Count() < fields.Select(field => field.Group).Distinct().Count())
        {
            // All fields of a category hold one value only: learned again without it, so that the points still add up.
            var left = learned.Attributes.Select(attribute => fields[attribute.Field].Group).ToHashSet();
            return Learn(request, mode, [.. kept.Where(name => left.Contains((int)template.Of(name)!.Category))], positive, split, rows, progress, cancel);
        }

        return new TrainedCard(offered, learned, template is null ? 0 : CategoryAsks.Points(request, [.. learned.Attributes.Select(attribute => (CardCategory)fields[attribute.Field].Group)]));
    }
}
