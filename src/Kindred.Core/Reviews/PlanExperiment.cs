using Kindred.Core.Basics;
using Kindred.Statistics.Sequential;

namespace Kindred.Core.Reviews;

/// <summary>What a trial is planned from.</summary>
/// <param name="Number">1, 2, ….</param>
/// <param name="Cut">Leads from this score on go to sales.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="BaseRate">Win rate it starts from, 0.01–0.9.</param>
/// <param name="LeadsPerDay">Leads over the cut a day, as they came lately.</param>
/// <param name="BelowPerDay">Leads below the cut a day.</param>
public sealed record PlanExperimentRequest(int Number, int Cut, DateOnly StartsOn, double BaseRate, double LeadsPerDay, double BelowPerDay)
{
    /// <summary>Days it runs, 1–180; 14 unless set.</summary>
    public int Days { get; init; } = 14;

    /// <summary>Share of the leads below the cut that is drawn and judged blind, above 0 and at most 0.5; 0.2 unless set.</summary>
    public double RandomShare { get; init; } = 0.2;

    /// <summary>Win rate hoped for, above the base rate and at most 0.95; the base rate and ten points unless set.</summary>
    public double? TargetRate { get; init; }
}

/// <summary>Use case: states before a trial starts what it can show and what it cannot.</summary>
public static class PlanExperiment
{
    /// <summary>Plans.</summary>
    /// <returns>The plan; refused: <c>reviews.bounds</c>.</returns>
    public static Result<ExperimentPlan> Run(PlanExperimentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = request.TargetRate ?? Math.Min(0.95, request.BaseRate + 0.1);
        var reasons = new List<Reason>();
        Within("days", request.Days, 1, 180);
        Within("random share", request.RandomShare, 0.01, 0.5);
        Within("base rate", request.BaseRate, 0.01, 0.9);
        Within("target rate", target, Math.Min(0.95, request.BaseRate + 0.005), 0.95);
        Within("cut", request.Cut, 1, 100);
        Within("leads a day", request.LeadsPerDay, 0, 1e6);
        Within("leads below the cut a day", request.BelowPerDay, 0, 1e6);
        if (reasons.Count > 0)
        {
            return Result.Refused<ExperimentPlan>(reasons);
        }

        var scored = (int)Math.Round(request.LeadsPerDay * request.Days);
        var random = (int)Math.Round(request.BelowPerDay * request.Days * request.RandomShare);
        var need = TwoProportionPower.Need(request.BaseRate, target);
        var power = TwoProportionPower.Of(target, scored, request.BaseRate, random);
        var findable = random > 0 && scored > 0 ? TwoProportionPower.Findable(scored, request.BaseRate, random) : null;
        var name = new Wording($"{Format.Whole(request.Days)}일 동안 {Format.Whole(request.Cut)}점 이상만 영업에", $"{Format.Whole(request.Days)} days of only {Format.Whole(request.Cut)} and above to sales");
        return Result.Accepted(new ExperimentPlan(request.Number, name, request.Cut, request.StartsOn, request.Days, request.RandomShare, request.BaseRate, target, need, Math.Min(scored, random), power, findable,
            ["taken", "meeting"], Shows(request, target, need, scored, random, power, findable)));

        void Within(string what, double value, double low, double high)
        {
            if (!(value >= low && value <= high))
            {
                reasons.Add(ReviewChecks.Bounds(what, double.IsFinite(value) ? Format.Number(value) : "?", Format.Number(low), Format.Number(high)));
            }
        }
    }

    private static Wording Shows(PlanExperimentRequest request, double target, int need, int scored, int random, double power, double? findable)
    {
        var (from, to) = (Format.Percent(request.BaseRate, 0), Format.Percent(target, 0));
        var least = findable is { } rate ? Format.Percent(rate, 0) : "–";
        return new Wording(
            $"성공률이 {from}에서 {to}로 오른 것을 보이려면 한쪽에 {Format.Grouped(need)}곳이 필요해요. {Format.Whole(request.Days)}일 동안 {Format.Whole(request.Cut)}점 이상 약 {Format.Grouped(scored)}곳, 무작위 약 {Format.Grouped(random)}곳이라 그 차이를 찾을 확률은 {Format.Percent(power, 0)}예요 (찾을 수 있는 가장 작은 비율 {least}). 두 주는 맡은 비율과 미팅을 보여 주고, 성공률은 보여 주지 못해요.",
            $"To show a win rate of {from} becoming {to} takes {Format.Grouped(need)} leads an arm. In {Format.Whole(request.Days)} days about {Format.Grouped(scored)} leads over {Format.Whole(request.Cut)} and {Format.Grouped(random)} random ones come in, so that difference is found with a chance of {Format.Percent(power, 0)} (smallest rate that would be found: {least}). The trial shows acceptance and meetings, not win rates.");
    }
}
