using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Patterns;
using Kindred.Core.Profiles;

namespace Kindred.Core.Scorecards;

/// <summary>What a workspace's card is to be made from, and how.</summary>
/// <param name="Facts">Facts of the imports; null: nothing was imported.</param>
/// <param name="Profile">The newest profile, or null.</param>
/// <param name="InUse">The card in use, or null: the points of a template made without outcomes are the prior once there are some.</param>
/// <param name="Template">Categories and points by people; null: by the names of fields.</param>
/// <param name="Modes">Modes wanted; null: all.</param>
/// <param name="Ignore">Columns left alone.</param>
/// <param name="MaxAttributes">Most fields of a card, 1 to 40.</param>
/// <param name="Directions">Declared directions by field.</param>
/// <param name="Seed">Of everything random.</param>
public sealed record FactsScorecardRequest(
    AccountFacts? Facts,
    ProfileDocument? Profile = null,
    Scorecard? InUse = null,
    CardTemplate? Template = null,
    IReadOnlyList<ScorecardMode>? Modes = null,
    IReadOnlyList<string>? Ignore = null,
    int MaxAttributes = 12,
    IReadOnlyDictionary<string, CardDirection>? Directions = null,
    long Seed = 1);

/// <summary>The cards of a workspace, and what is to be kept beside the recommended one.</summary>
/// <param name="Learned">Cards by mode.</param>
/// <param name="Evidence">Of the recommended card.</param>
/// <param name="BackTest">Of the recommended card; null without outcomes.</param>
public sealed record FactsScorecard(LearnedScorecards Learned, CardEvidence Evidence, BackTestRows? BackTest);

/// <summary>Learns who buys from the facts of a workspace; with too few outcomes, or none, starts with the template.</summary>
public static class LearnFromFacts
{
    /// <summary>Runs it.</summary>
    /// <returns>The cards; refused: <c>scorecards.too-few</c> where the template was not wanted, and what <see cref="LearnScorecard"/> refuses.</returns>
    public static Result<FactsScorecard> Run(FactsScorecardRequest request, TimeProvider clock, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(clock);
        var view = request.Facts is { } facts && AccountsModule.Buys(facts).TryGet(out var found, out _) ? found : null;
        int positives = view?.Table.Positive.Sum(value => value) ?? 0, negatives = (view?.Table.Positive.Length ?? 0) - positives;
        var isTemplateWanted = request.Modes?.Contains(ScorecardMode.Template) != false;
        if (view is null || Math.Min(positives, negatives) < ScorecardChecks.FewestOfEither)
        {
            return isTemplateWanted ? Result.Accepted(Start(request, positives, negatives, clock)) : Result.Refused<FactsScorecard>(ScorecardChecks.TooFew(positives, negatives));
        }

        var learning = ScorecardRequest.Of(view.Table, Template(request, view.Table), "card", request.Seed, request.Modes) with
        {
            Ignore = request.Ignore,
            MaxAttributes = request.MaxAttributes,
            Directions = request.Directions,
            NeutralMissing = request.Facts!.Quality.Coverage.Where(field => field.DiffersByOutcome).Select(field => field.Field).ToHashSet(StringComparer.Ordinal),
        };
        var times = DecisionTimes.Of(view, request.Facts);
        return LearnScorecard.Run(learning, clock, progress, cancel).Then(learned => Result.Accepted(new FactsScorecard(
            learned, CardEvidence.Of(learned.Best!, view.Table.Dates), BackTestRows.Of(learned.Best!, times))));
    }

    private static FactsScorecard Start(FactsScorecardRequest request, int positives, int negatives, TimeProvider clock)
    {
        var card = StartScorecard.Run(request.Profile, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), seed: request.Seed);
        var template = new ModeResult(ScorecardMode.Template, card, null, null, [], 0, TimeSpan.Zero, null);
        var others = (request.Modes ?? [ScorecardMode.Capped, ScorecardMode.Free]).Where(mode => mode != ScorecardMode.Template)
            .Select(mode => new ModeResult(mode, null, null, null, [], 0, TimeSpan.Zero, ScorecardChecks.TooFew(positives, negatives)));
        var learned = new LearnedScorecards(positives + negatives, positives, new FieldScreening([], [], [], []), [template, .. others], template);
        return new FactsScorecard(learned, CardEvidence.WithoutOutcomes(card, RecentScores(card, request.Facts), positives, negatives), null);
    }

    /// <summary>Scores of the leads of the last 90 days before the day the facts speak for.</summary>
    private static List<int> RecentScores(Scorecard card, AccountFacts? facts)
    {
        if (facts is null || !ScoreTable.Of(card, CompaniesNow.Of(facts)).TryGet(out var scores, out _))
        {
            return [];
        }

        var nothingKnown = card.Attributes.Sum(attribute => attribute.Bins.First(bin => bin.Kind == CardBinKind.Missing).Points);
        return [.. facts.Leads.Where(lead => lead.CreatedOn is { } on && on <= facts.AsOf && on.DayNumber > facts.AsOf.DayNumber - CardEvidence.RecentDays)
            .Select(lead => lead.Account >= 0 ? scores[lead.Account] : nothingKnown)];
    }

    /// <summary>Categories by name; where a template made without outcomes is in use, its values are the prior of the learned points.</summary>
    private static CardTemplate? Template(FactsScorecardRequest request, AsOfTable table)
    {
        if (request.Template is { } given)
        {
            return given;
        }

        var lines = CategoryAsks.ByNames(table.Fields.Select(field => field.Name)).Lines.ToList();
        if (request.InUse is { Mode: ScorecardMode.Template, Rows: 0 } template)
        {
            foreach (var attribute in template.Attributes.Where(attribute => attribute is { Category: not null, MaxPoints: > 0 } && table.Table.Find(attribute.Field) is not null))
            {
                var line = new TemplateLine(attribute.Field, attribute.Category!.Value, null, [.. attribute.Bins.Where(bin => bin.Condition is not null).Select(bin => new TemplateValue(bin.Condition!, (double)bin.Points / attribute.MaxPoints))]);
                lines.RemoveAll(other => other.Field == attribute.Field);
                lines.Add(line);
            }
        }

        return lines.Count > 0 ? new CardTemplate(lines, CardTemplate.DefaultShares) : null;
    }
}
