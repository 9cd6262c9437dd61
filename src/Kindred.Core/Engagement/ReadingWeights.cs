using Kindred.Core.Basics;

namespace Kindred.Core.Engagement;

/// <summary>How much a minute on a subject is worth, and where that is from.</summary>
/// <param name="Value">Factor on the points of reading, 0.5–3; 1 = like any other minute.</param>
/// <param name="Readers">Human readers it was counted from.</param>
/// <param name="Met">How many of them met us within 21 days.</param>
/// <param name="IsOwn">True when it is of the very kind of person; false for the one of all readers of the subject, or for none.</param>
/// <param name="Words">Where it is from, for the receipt.</param>
public sealed record ReadingWeight(double Value, int Readers, int Met, bool IsOwn, Wording Words);

/// <summary>Weights of subjects by kind of person, from who met us later. Associations: reading goes with meeting, it need not bring it.</summary>
public sealed class ReadingWeights
{
    /// <summary>Human readers a weight of its own needs.</summary>
    public const int NeedReaders = 30;

    /// <summary>Meetings among them it needs.</summary>
    public const int NeedMet = 10;

    /// <summary>Readers of the average that are added, so that a small cell stays near 1.</summary>
    private const double Prior = 30;
    private readonly Dictionary<string, (int Readers, int Met)> _byTag;
    private readonly Dictionary<(ReaderGroup, string), (int Readers, int Met)> _byCell;
    private readonly double? _base;

    private ReadingWeights(Dictionary<string, (int, int)> byTag, Dictionary<(ReaderGroup, string), (int, int)> byCell, double? rate)
    {
        _byTag = byTag;
        _byCell = byCell;
        _base = rate;
    }

    /// <summary>Counts who read a page of each subject and who of them met us.</summary>
    public static ReadingWeights Of(ReadingBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var entries = book.Readers.SelectMany(reader => reader.Visits.SelectMany(visit => visit.Pages.Where(page => page.Tag is not null && ReadingTime.IsRead(page)).Select(page => (page.Tag, visit)))
            .GroupBy(pair => pair.Tag!, pair => pair.visit, StringComparer.Ordinal)
            .Select(tag => (reader.Group, Tag: tag.Key, Met: book.Met(reader, Reader.FirstDay(tag))))).Where(entry => entry.Met is not null).ToArray();
        var all = Share.Of(book.Readers.Select(reader => book.Met(reader, Reader.FirstDay(reader.Visits))));
        return new ReadingWeights(
            entries.GroupBy(entry => entry.Tag, StringComparer.Ordinal).ToDictionary(group => group.Key, group => (group.Count(), group.Count(entry => entry.Met == true)), StringComparer.Ordinal),
            entries.GroupBy(entry => (entry.Group, entry.Tag)).ToDictionary(group => group.Key, group => (group.Count(), group.Count(entry => entry.Met == true))),
            all.Hits >= NeedMet ? all.Rate : null);
    }

    /// <summary>Every subject there is, most read first.</summary>
    public IReadOnlyList<string> Tags => [.. _byTag.OrderByDescending(entry => entry.Value.Readers).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Key)];

    /// <summary>Kinds of people with a reader of a subject.</summary>
    public IReadOnlyList<ReaderGroup> GroupsOf(string tag) => [.. ReaderGroup.All.Where(group => _byCell.ContainsKey((group, tag)))];

    /// <summary>The weight of a subject for a kind of person.</summary>
    public ReadingWeight For(ReaderGroup group, string? tag)
    {
        var label = tag is null ? null : DocumentTypes.TagLabel(tag);
        if (_base is not { } rate || label is null || tag is null)
        {
            return new ReadingWeight(1, 0, 0, false, label is null ? new("내용을 모르는 쪽: 무게 1", "page of unknown subject: weight 1") : new("만남 기록이 적어서 무게 1", "too few meetings on record: weight 1"));
        }

        var (own, met) = _byCell.GetValueOrDefault((group, tag));
        if (own >= NeedReaders && met >= NeedMet)
        {
            var value = Value(own, met, rate);
            return new ReadingWeight(value, own, met, true, new(
                $"{group.Label.Ko}의 {label.Ko}: 무게 {Format.Fixed(value, 2)} ({Format.Whole(own)}명 중 {Format.Whole(met)}명이 21일 안에 만남)",
                $"{label.En} read by {group.Label.En}: weight {Format.Fixed(value, 2)} ({Format.Whole(met)} of {Format.Whole(own)} met us within 21 days)"));
        }

        var (readers, together) = _byTag.GetValueOrDefault(tag);
        var few = new Wording($"{group.Label.Ko}만으로는 부족해요 (필요 {Format.Whole(NeedReaders)}명·만남 {Format.Whole(NeedMet)}, 현재 {Format.Whole(own)}명·{Format.Whole(met)})", $"{group.Label.En} alone are too few (need {Format.Whole(NeedReaders)} readers and {Format.Whole(NeedMet)} meetings, have {Format.Whole(own)} and {Format.Whole(met)})");
        if (readers >= NeedReaders && together >= NeedMet)
        {
            var value = Value(readers, together, rate);
            return new ReadingWeight(value, readers, together, false, new($"{label.Ko} 전체의 무게 {Format.Fixed(value, 2)} ({Format.Whole(readers)}명 중 {Format.Whole(together)}명). {few.Ko}", $"{label.En}, everybody's weight {Format.Fixed(value, 2)} ({Format.Whole(together)} of {Format.Whole(readers)}). {few.En}"));
        }

        return new ReadingWeight(1, readers, together, false, new($"{label.Ko}: 기록이 적어서 무게 1 ({Format.Whole(readers)}명 중 {Format.Whole(together)}명)", $"{label.En}: too few on record, weight 1 ({Format.Whole(together)} of {Format.Whole(readers)})"));
    }

    private static double Value(int readers, int met, double rate) => Math.Clamp((met + Prior * rate) / (readers + Prior) / rate, 0.5, 3);
}
