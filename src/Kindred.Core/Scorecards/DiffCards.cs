using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>What is different between two cards, in words: for people who changed one card at the same time, and for the list of versions.</summary>
public static class DiffCards
{
    /// <summary>Compares.</summary>
    /// <param name="before">The earlier card.</param>
    /// <param name="after">The later one.</param>
    /// <returns>One sentence a difference, in the order of the later card; empty when only names, counts or dates differ.</returns>
    public static IReadOnlyList<Wording> Run(Scorecard before, Scorecard after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var found = new List<Wording>();
        if (before.Cut != after.Cut)
        {
            found.Add(new Wording($"기준: {Format.Whole(before.Cut)}점 → {Format.Whole(after.Cut)}점", $"cut: {Format.Whole(before.Cut)} → {Format.Whole(after.Cut)}"));
        }

        if (before.Mode != after.Mode)
        {
            found.Add(new Wording($"방식: {CardWords.Label(before.Mode).Ko} → {CardWords.Label(after.Mode).Ko}", $"mode: {CardWords.Label(before.Mode).En} → {CardWords.Label(after.Mode).En}"));
        }

        foreach (var attribute in after.Attributes)
        {
            if (before.Attributes.FirstOrDefault(other => other.Field == attribute.Field) is { } earlier)
            {
                found.AddRange(Bins(earlier, attribute));
            }
            else
            {
                found.Add(new Wording($"새 항목: {attribute.Label.Ko} (최대 {Format.Whole(attribute.MaxPoints)}점)", $"new: {attribute.Label.En} (at most {Format.Whole(attribute.MaxPoints)})"));
            }
        }

        found.AddRange(before.Attributes.Where(attribute => after.Attributes.All(other => other.Field != attribute.Field))
            .Select(attribute => new Wording($"빠진 항목: {attribute.Label.Ko}", $"gone: {attribute.Label.En}")));
        if (before.Lines.Count != after.Lines.Count || before.Lines.Zip(after.Lines).Any(pair => pair.First.Points != pair.Second.Points))
        {
            found.Add(new Wording(
                $"함께 볼 때의 점수: {Format.Whole(before.Lines.Sum(line => line.Points))}점 → {Format.Whole(after.Lines.Sum(line => line.Points))}점",
                $"points for conditions together: {Format.Whole(before.Lines.Sum(line => line.Points))} → {Format.Whole(after.Lines.Sum(line => line.Points))}"));
        }

        return found;
    }

    private static IEnumerable<Wording> Bins(CardAttribute before, CardAttribute after)
    {
        var earlier = before.Bins.Select(bin => (Bin: bin, Words: CardWords.Value(before, bin))).ToList();
        foreach (var bin in after.Bins)
        {
            var words = CardWords.Value(after, bin);
            var at = earlier.FindIndex(other => other.Words == words);
            if (at < 0)
            {
                yield return new Wording($"{after.Label.Ko}: 새 구간 {words.Ko} {Format.Whole(bin.Points)}점", $"{after.Label.En}: new bin {words.En}, {Format.Whole(bin.Points)}");
                continue;
            }

            if (earlier[at].Bin.Points != bin.Points)
            {
                yield return new Wording($"{after.Label.Ko}: {words.Ko} {Format.Whole(earlier[at].Bin.Points)}점 → {Format.Whole(bin.Points)}점", $"{after.Label.En}: {words.En} {Format.Whole(earlier[at].Bin.Points)} → {Format.Whole(bin.Points)}");
            }

            earlier.RemoveAt(at);
        }

        foreach (var (bin, words) in earlier)
        {
            yield return new Wording($"{after.Label.Ko}: 없어진 구간 {words.Ko} ({Format.Whole(bin.Points)}점이었어요)", $"{after.Label.En}: bin {words.En} is gone (it gave {Format.Whole(bin.Points)})");
        }
    }
}
