using System.Runtime.InteropServices;

namespace Kindred.Core.Accounts;

/// <summary>Reads usage (summed per account, month and feature), tickets and cancellations.</summary>
internal static class ReadUse
{
    public static List<Usage> Usage(PlacedRows[] placed, IReadOnlyList<Subscription> subscriptions, Findings findings)
    {
        var sums = new Dictionary<(int Account, DateOnly Month, string Feature), (double Count, double Seconds, int Rows, DateOnly FirstOn)>();
        var byKey = new Dictionary<string, Subscription>(StringComparer.Ordinal);
        foreach (var subscription in subscriptions)
        {
            byKey.TryAdd(subscription.Key, subscription);
        }

        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Usage))
        {
            Cells key = rows.Text(ColumnRole.Key), on = rows.Dates(ColumnRole.On), feature = rows.Text(ColumnRole.Feature), belongs = rows.Text(ColumnRole.SubscriptionKey);
            Cells count = rows.Numbers(ColumnRole.Count), seconds = rows.Numbers(ColumnRole.Seconds);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            int before = 0, after = 0, repeated = 0, homeless = 0, undated = 0;
            for (var row = 0; row < rows.Count; row++)
            {
                repeated += key.Text(row) is { Length: > 0 } id && !seen.Add(id) ? 1 : 0;
                if (on.Date(row) is not { } day)
                {
                    undated++;
                    continue;
                }

                if (rows.Accounts[row] < 0)
                {
                    homeless++;
                    continue;
                }

                if (byKey.TryGetValue(belongs.Text(row), out var subscription))
                {
                    before += day < subscription.StartedOn ? 1 : 0;
                    after += day > subscription.EndedOn ? 1 : 0;
                }

                var at = (rows.Accounts[row], new DateOnly(day.Year, day.Month, 1), feature.Text(row));
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, at, out var known);
                sum = (sum.Count + (count.IsAbsent ? 1 : double.IsNaN(count.Number(row)) ? 0 : count.Number(row)), sum.Seconds + (double.IsNaN(seconds.Number(row)) ? 0 : seconds.Number(row)), sum.Rows + 1, known && sum.FirstOn < day ? sum.FirstOn : day);
            }

            var file = rows.Source.Name;
            findings.Add("accounts.usage-before-start", file, before, rows.Count, "구독이 시작하기 전에 찍힌 사용 기록이 {0}줄 있어요 ({1}줄 중). 날짜나 구독 번호가 맞는지 확인해 주세요.", "{0} of {1} usage rows are dated before their subscription starts. Check the dates or the subscription ids.");
            findings.Add("accounts.usage-after-end", file, after, rows.Count, "구독이 끝난 뒤에 찍힌 사용 기록이 {0}줄 있어요 ({1}줄 중).", "{0} of {1} usage rows are dated after their subscription ended.");
            findings.Add("accounts.usage-repeated", file, repeated, rows.Count, "번호가 같은 사용 기록이 {0}줄 있어요 ({1}줄 중). 내용이 다를 수 있어 지우지 않았어요.", "{0} of {1} usage rows repeat an id. They may differ otherwise, so none was dropped.");
            findings.Add("accounts.usage-without-company", file, homeless, rows.Count, "회사를 알 수 없는 사용 기록이 {0}줄 있어요 ({1}줄 중).", "{0} of {1} usage rows name no company.");
            findings.Add("accounts.usage-without-date", file, undated, rows.Count, "날짜가 없는 사용 기록이 {0}줄 있어요 ({1}줄 중).", "{0} of {1} usage rows have no date.");
        }

        return [.. sums.Select(pair => new Usage(pair.Key.Account, pair.Key.Month, pair.Key.Feature, pair.Value.Count, pair.Value.Seconds, pair.Value.Rows, pair.Value.FirstOn))];
    }

    public static List<Ticket> Tickets(PlacedRows[] placed)
    {
        var all = new List<Ticket>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Tickets))
        {
            Cells key = rows.Text(ColumnRole.Key), opened = rows.Dates(ColumnRole.StartedOn, ColumnRole.CreatedOn), closed = rows.Dates(ColumnRole.ClosedOn), priority = rows.Text(ColumnRole.Priority), satisfaction = rows.Numbers(ColumnRole.Satisfaction);
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows.Accounts[row] >= 0)
                {
                    all.Add(new Ticket(rows.Accounts[row], key.Text(row), opened.Date(row), closed.Date(row), priority.TextOrNull(row), satisfaction.Number(row)));
                }
            }
        }

        return all;
    }

    public static List<Cancellation> Cancellations(PlacedRows[] placed)
    {
        var all = new List<Cancellation>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Cancellations))
        {
            Cells on = rows.Dates(ColumnRole.On), reason = rows.Text(ColumnRole.Reason);
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows.Accounts[row] >= 0)
                {
                    all.Add(new Cancellation(rows.Accounts[row], on.Date(row), reason.TextOrNull(row)));
                }
            }
        }

        return all;
    }
}
