using System.Text;
using System.Text.RegularExpressions;

namespace Kindred.Core.Patterns;

/// <summary>Whether the name of a field belongs to a class that is written during or after the process whose outcome is asked for (Korean and English).</summary>
public static partial class NameHints
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "close", "closed", "closing", "won", "lost", "reason", "reasons", "stage", "status", "probability", "forecast", "elapsed", "duration",
        "tag", "tags", "note", "notes", "rating", "quality", "score", "scores", "index",
    };

    private static readonly string[] Phrases =
    [
        "last activity", "last modified", "last contacted", "last update", "last touch", "call length", "days in", "days through", "days to",
        "contract sent", "contract signed", "onboarding", "final discount",
    ];

    private static readonly string[] Korean =
    [
        "마감", "종료", "성사", "수주", "실주", "사유", "단계", "상태", "확률", "예측", "예상", "경과", "소요", "통화시간", "통화 시간",
        "최근활동", "최근 활동", "최종수정", "최종 수정", "마지막", "태그", "메모", "비고", "평점", "등급", "점수", "지수", "계약일", "온보딩",
    ];

    /// <summary>The word that gives the class away, or null.</summary>
    public static string? AfterTheFact(string fieldName)
    {
        ArgumentNullException.ThrowIfNull(fieldName);
        var spaced = Spaced(fieldName);
        foreach (var word in spaced.Split(' '))
        {
            if (Words.Contains(word))
            {
                return word;
            }
        }

        return Phrases.FirstOrDefault(phrase => (" " + spaced + " ").Contains(" " + phrase + " ", StringComparison.Ordinal) || spaced.StartsWith(phrase + " ", StringComparison.Ordinal))
            ?? Korean.FirstOrDefault(word => fieldName.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>Whether the name is one of an identifier: id, number, key, code of a record.</summary>
    public static bool IsIdentifier(string fieldName)
    {
        var spaced = " " + Spaced(fieldName) + " ";
        return spaced.Contains(" id ", StringComparison.Ordinal) || spaced.Contains(" ids ", StringComparison.Ordinal) || spaced.Contains(" uuid ", StringComparison.Ordinal)
            || spaced.Contains(" guid ", StringComparison.Ordinal) || fieldName.Contains("번호", StringComparison.Ordinal) || spaced.Contains(" key ", StringComparison.Ordinal);
    }

    /// <summary>Pure calendar fields: day, month, weekday, quarter, year of an event.</summary>
    public static bool IsCalendar(string fieldName)
    {
        var spaced = Spaced(fieldName);
        return spaced is "day" or "month" or "weekday" or "day of week" or "week" or "quarter" or "hour" || fieldName is "월" or "일" or "요일" or "분기" or "주차";
    }

    /// <summary>Lower case words: "CloseDate", "close_date" and "Close Date" become "close date".</summary>
    private static string Spaced(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]) && char.IsUpper(name[i - 1]))))
            {
                text.Append(' ');
            }

            text.Append(char.ToLowerInvariant(char.IsLetterOrDigit(name[i]) ? name[i] : ' '));
        }

        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();
}
