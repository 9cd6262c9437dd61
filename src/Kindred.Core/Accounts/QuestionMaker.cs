using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>The two things about deals that only a person can say, with defaults ticked.</summary>
internal static class QuestionMaker
{
    public const string WonStages = "won-stages";
    public const string NewBusiness = "new-business";

    public static IReadOnlyList<Question> Make(IReadOnlyList<SourceTable> tables, IReadOnlyList<TableMapping> mappings)
    {
        var questions = new List<Question>(2);
        var deals = tables.Zip(mappings).Where(pair => pair.Second.Kind == TableKind.Deals).ToArray();
        if (deals.Length == 0)
        {
            return questions;
        }

        var stages = Count(deals, [ColumnRole.Stage, ColumnRole.Status]);
        if (stages.Counts.Count > 0 && !deals.All(pair => pair.Second.Find(ColumnRole.IsWon) is not null && pair.Second.Find(ColumnRole.IsClosed) is not null))
        {
            questions.Add(new Question(WonStages, new Wording("어느 단계가 계약 성공인가요?", "Which stages mean won?"), stages.Column, Choices(stages.Counts, StageWords.IsWon)));
        }

        var types = Count(deals, [ColumnRole.DealType]) is { Counts.Count: > 1 } byType ? byType : Count(deals, [ColumnRole.Pipeline]);
        if (types.Counts.Count > 1)
        {
            questions.Add(new Question(
                NewBusiness,
                new Wording("새 고객 딜은 어느 것인가요? 갱신과 추가 구매는 따로 볼게요.", "Which deals were new customers? Renewals and expansions are kept apart."),
                types.Column,
                Choices(types.Counts, type => !StageWords.IsNotNew(type))));
        }

        return questions;
    }

    private static (string Column, Dictionary<string, int> Counts) Count((SourceTable Source, TableMapping Mapping)[] deals, ColumnRole[] roles)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var from = "";
        foreach (var (source, mapping) in deals)
        {
            if (roles.Select(mapping.Find).FirstOrDefault(name => name is not null) is not { } name || source.Table.Find(name) is not TextColumn column)
            {
                continue;
            }

            from = from.Length == 0 ? mapping.Table + ": " + name : from;
            var byCode = new int[column.Dictionary.Length];
            for (var row = 0; row < column.Length; row++)
            {
                byCode[column.Codes[row]]++;
            }

            for (var code = 1; code < byCode.Length; code++)
            {
                if (byCode[code] > 0 && !column.IsPlaceholder(code))
                {
                    counts[column.Dictionary[code]] = counts.GetValueOrDefault(column.Dictionary[code]) + byCode[code];
                }
            }
        }

        return (from, counts);
    }

    private static IReadOnlyList<Choice> Choices(Dictionary<string, int> counts, Func<string, bool> chosen) =>
        [.. counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new Choice(pair.Key, pair.Value, chosen(pair.Key)))];
}
