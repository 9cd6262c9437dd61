using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Patterns;

/// <summary>Every refusal of this module.</summary>
public static class PatternChecks
{
    /// <summary>Positives and negatives needed before anything is compared.</summary>
    public const int FewestPositives = 20;

    /// <summary>Selectors a plain search takes.</summary>
    public const int MostSelectors = 4000;

    /// <summary>The target column and the value that means positive.</summary>
    public static Result<byte[]> Target(Table table, string field, string value)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(value);
        var column = table.Find(field);
        if (column is null)
        {
            var known = string.Join(", ", table.Columns.Take(30).Select(other => other.Name));
            return Result.Refused<byte[]>("patterns.no-such-field", field,
                $"'{field}'라는 열이 없어요. 있는 열: {known}. --target 열=값으로 정해 주세요.",
                $"There is no column '{field}'. Columns: {known}. Set it by --target COLUMN=VALUE.");
        }

        var positive = new byte[table.RowCount];
        var count = 0;
        for (var row = 0; row < positive.Length; row++)
        {
            var text = column is TextColumn words ? words.RawAt(row) : column.TextAt(row);
            positive[row] = string.Equals(text, value, StringComparison.Ordinal) ? (byte)1 : (byte)0;
            count += positive[row];
        }

        if (count == 0)
        {
            var values = string.Join(", ", Enumerable.Range(0, Math.Min(table.RowCount, 10000)).Select(row => column is TextColumn words ? words.RawAt(row) : column.TextAt(row)).Where(text => text.Length > 0).Distinct().Take(10).Select(text => $"'{text}'"));
            return Result.Refused<byte[]>("patterns.no-such-value", field,
                $"'{field}' 열에 '{value}' 값이 없어요. 있는 값: {values}.",
                $"Column '{field}' never holds '{value}'. It holds: {values}.");
        }

        return count == table.RowCount
            ? Result.Refused<byte[]>("patterns.one-class", field, $"모든 행이 '{value}'라서 비교할 대상이 없어요. 다른 결과도 있는 파일을 주세요.", $"Every row has '{value}', so there is nothing to compare with. Give a file with the other outcome too.")
            : Result.Accepted(positive);
    }

    /// <summary>The columns to search: all but the target, the account and the ignored ones, which must exist.</summary>
    public static Result<IReadOnlyList<string>> Fields(MineRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var named = (request.Ignore ?? []).Append(request.AccountField).Append(request.DateField).OfType<string>();
        var unknown = named.FirstOrDefault(name => request.Table.Find(name) is null);
        if (unknown is not null)
        {
            return Result.Refused<IReadOnlyList<string>>("patterns.no-such-field", unknown, $"'{unknown}'라는 열이 없어요. 파일의 머리글과 똑같이 써 주세요.", $"There is no column '{unknown}'. Write it exactly as in the file's header.");
        }

        var left = new HashSet<string>(named, StringComparer.Ordinal) { request.TargetField };
        IReadOnlyList<string> fields = [.. request.Table.Columns.Select(column => column.Name).Where(name => !left.Contains(name))];
        return fields.Count > 0
            ? Result.Accepted(fields)
            : Result.Refused<IReadOnlyList<string>>("patterns.no-fields", request.Table.Name, "결과 열 말고 살펴볼 열이 없어요. 특성이 담긴 열을 더해 주세요.", "There is no column besides the outcome. Add columns with traits.");
    }

    /// <summary>More selectors than a plain search takes.</summary>
    public static Reason TooManySelectors(int found, int minimumRows) => new("patterns.too-many-selectors", "--min-support", new Wording(
        $"조건이 {Format.Grouped(found)}개예요. 최대 {Format.Grouped(MostSelectors)}개까지 볼 수 있어요. --ignore로 열을 빼거나 --min-support를 {Format.Whole(minimumRows)}보다 크게 해 주세요.",
        $"{Format.Grouped(found)} selectors; at most {Format.Grouped(MostSelectors)} are taken. Leave columns out by --ignore, or raise --min-support above {Format.Whole(minimumRows)}."));

    /// <summary>Bounds of the options.</summary>
    public static IReadOnlyList<Reason> Options(int depth, int top, int? minimumRows)
    {
        var reasons = new List<Reason>();
        if (depth is < 1 or > 4)
        {
            reasons.Add(new Reason("patterns.depth", "--depth", new Wording($"--depth는 1에서 4까지예요. 받은 값: {Format.Whole(depth)}.", $"--depth is 1 to 4, not {Format.Whole(depth)}.")));
        }

        if (top is < 1 or > 10_000)
        {
            reasons.Add(new Reason("patterns.top", "--top", new Wording($"--top은 1에서 10,000까지예요. 받은 값: {Format.Whole(top)}.", $"--top is 1 to 10,000, not {Format.Whole(top)}.")));
        }

        if (minimumRows is < 1)
        {
            reasons.Add(new Reason("patterns.min-support", "--min-support", new Wording($"--min-support는 1 이상이에요. 받은 값: {Format.Whole(minimumRows.Value)}.", $"--min-support is at least 1, not {Format.Whole(minimumRows.Value)}.")));
        }

        return reasons;
    }
}
