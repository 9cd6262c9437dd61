using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>Why an edit of a card is refused.</summary>
internal static class EditChecks
{
    public static Reason NoSuchField(Scorecard card, string field)
    {
        var known = string.Join(", ", card.Attributes.Select(attribute => $"'{attribute.Field}'"));
        return new Reason("scorecards.edit-field", field, new Wording($"점수표에 '{field}' 항목이 없어요. 있는 항목: {known}.", $"The card has no '{field}'. It has: {known}."));
    }

    public static Reason Bin(CardAttribute attribute, int bin, int points) => new("scorecards.edit-points", attribute.Field, new Wording(
        $"'{attribute.Field}'의 구간 {Format.Whole(bin)}에 {Format.Whole(points)}점을 줄 수 없어요. 구간은 0–{Format.Whole(attribute.Bins.Count - 1)}, 점수는 0–100이에요.",
        $"Bin {Format.Whole(bin)} of '{attribute.Field}' cannot hold {Format.Whole(points)} points. Bins are 0–{Format.Whole(attribute.Bins.Count - 1)}, points 0–100."));

    public static Reason Boundary(CardAttribute attribute, int bin, double upTo) => new("scorecards.edit-boundary", attribute.Field, new Wording(
        $"'{attribute.Field}'의 구간 {Format.Whole(bin)} 끝을 {Format.Number(upTo)}(으)로 옮길 수 없어요. 숫자 항목의 이웃한 두 구간 사이에서, 양쪽 끝 안의 값이어야 해요.",
        $"The end of bin {Format.Whole(bin)} of '{attribute.Field}' cannot move to {Format.Number(upTo)}: it must lie inside two neighbouring intervals of a number."));

    public static Reason Merge(CardAttribute attribute, int bin) => new("scorecards.edit-merge", attribute.Field, new Wording(
        $"'{attribute.Field}'의 구간 {Format.Whole(bin)}과 다음 구간을 합칠 수 없어요. 값 구간이 합친 뒤에도 둘 이상 남아야 해요.",
        $"Bin {Format.Whole(bin)} of '{attribute.Field}' cannot be merged with the next: both must be bins of values, and two must remain."));

    public static Reason Word(CardAttribute attribute, string word, int bin) => new("scorecards.edit-word", attribute.Field, new Wording(
        $"'{word}'을(를) '{attribute.Field}'의 구간 {Format.Whole(bin)}(으)로 옮길 수 없어요. 낱말 항목의 다른 값 구간이어야 하고, 남는 구간이 비면 안 돼요.",
        $"'{word}' cannot go to bin {Format.Whole(bin)} of '{attribute.Field}': it must be another bin of words, and the one it leaves must not become empty."));

    public static Reason NothingToTake(CardAttribute attribute, int wanted, int held) => new("scorecards.edit-balance", attribute.Field, new Wording(
        $"'{attribute.Field}'의 최고점이 {Format.Whole(wanted)}점 달라지는데, 같은 영역의 다른 항목은 {Format.Whole(held)}점뿐이라 100점을 맞출 수 없어요.",
        $"The maximum of '{attribute.Field}' changes by {Format.Whole(wanted)} points, but the others of its group hold {Format.Whole(held)}: the card could not keep its 100 points."));
}
