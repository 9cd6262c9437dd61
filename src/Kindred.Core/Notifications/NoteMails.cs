using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Reviews;

namespace Kindred.Core.Notifications;

/// <summary>Notes as mails and as text to paste into a chat.</summary>
public static class NoteMails
{
    /// <summary>One mail each for people who are to be told.</summary>
    /// <param name="subject">What it is about, as in the review log.</param>
    /// <param name="recipients">Addresses.</param>
    /// <param name="title">Subject line.</param>
    /// <param name="text">Text.</param>
    public static IReadOnlyList<NewMail> To(string subject, IReadOnlyList<string> recipients, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        return [.. recipients.Select(to => new NewMail(subject + "/" + to.ToLowerInvariant(), subject, to, title, text))];
    }

    /// <summary>Addresses as typed: parted by commas, semicolons, spaces or line breaks, each once.</summary>
    public static IReadOnlyList<string> Addresses(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return [.. typed.Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The Monday note as a mail.</summary>
    public static string Text(MondayNote note, Language language)
    {
        ArgumentNullException.ThrowIfNull(note);
        var (ko, text) = (language == Language.Korean, new StringBuilder());
        foreach (var change in note.Changes)
        {
            text.Append("- ").Append(change.In(language)).Append('\n');
        }

        if (note.Leads.Count > 0)
        {
            text.Append('\n').Append(ko ? "이번 주에 먼저 볼 리드" : "Leads to look at first").Append('\n');
            foreach (var lead in note.Leads)
            {
                text.Append("- ").Append(Line(lead.Name)).Append(" · ").Append(Format.Whole(lead.Score)).Append(ko ? "점 · " : " points · ").Append(lead.Why.In(language)).Append('\n');
            }
        }

        return text.Append('\n').Append(ko ? "이번 주 질문 하나" : "One question this week").Append('\n').Append(note.Question.In(language)).Append("\n\n").Append(Foot(ko)).ToString();
    }

    /// <summary>The Monday note to paste into Slack: its own marks for bold and lists; names keep no mark of theirs.</summary>
    public static string Chat(MondayNote note, Language language)
    {
        ArgumentNullException.ThrowIfNull(note);
        var (ko, text) = (language == Language.Korean, new StringBuilder());
        text.Append('*').Append(Unmarked(note.Title.In(language))).Append("*\n");
        foreach (var change in note.Changes)
        {
            text.Append("• ").Append(Unmarked(change.In(language))).Append('\n');
        }

        foreach (var lead in note.Leads)
        {
            text.Append("• *").Append(Unmarked(Line(lead.Name))).Append("* ").Append(Format.Whole(lead.Score)).Append(ko ? "점: " : " points: ").Append(Unmarked(lead.Why.In(language))).Append('\n');
        }

        return text.Append(ko ? "*질문* " : "*Question* ").Append(Unmarked(note.Question.In(language))).Append('\n').ToString();
    }

    /// <summary>A review that comes up.</summary>
    public static (string Title, string Text) Reminder(DueThing thing, Language language)
    {
        ArgumentNullException.ThrowIfNull(thing);
        var (ko, days, on) = (language == Language.Korean, Format.Whole(thing.On.DayNumber - thing.Today.DayNumber), Format.Date(thing.On));
        return ko
            ? ($"고객상 점검이 {days}일 남았어요 ({on})", $"{on}에 점검 초안이 저절로 만들어져요. 그 전에 영업과 고객 성공이 들은 말을 점검 화면에 적어 두면 초안에 함께 나와요.\n\n{Foot(ko)}")
            : ($"The review of your ICP is due in {days} {(days == "1" ? "day" : "days")} ({on})", $"Its draft makes itself on {on}. What sales and customer success heard, written on the review page before then, will stand in it.\n\n{Foot(ko)}");
    }

    /// <summary>A review that was drafted.</summary>
    public static (string Title, string Text) Drafted(ReviewDraft draft, DueThing thing, Language language)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(thing);
        var (ko, on) = (language == Language.Korean, Format.Date(thing.On));
        var late = thing.Today > thing.On ? ko ? $"\n{on}에는 꺼져 있어서 {Format.Date(thing.Today)}에 만들었어요." : $"\nNothing ran on {on}; it was made on {Format.Date(thing.Today)}." : "";
        return ko
            ? ($"점검 초안이 준비됐어요 ({on})", $"{draft.Headline.In(language)}{late}\n\n제안: {ReviewLabels.Of(draft.Proposal.Kind).Ko} {draft.Proposal.Why.Ko}\n결정은 사람이 해요. 점검 화면에서 확인 질문에 답하고 정해 주세요.\n\n{Foot(ko)}")
            : ($"The draft of your review is ready ({on})", $"{draft.Headline.In(language)}{late}\n\nSuggested: {ReviewLabels.Of(draft.Proposal.Kind).En}. {draft.Proposal.Why.En}\nPeople decide: answer the checklist and decide on the review page.\n\n{Foot(ko)}");
    }

    /// <summary>News of reading.</summary>
    /// <param name="news">Each in words, newest first.</param>
    /// <param name="thing">Which digest.</param>
    /// <param name="language">Language.</param>
    public static (string Title, string Text) Digest(IReadOnlyList<Wording> news, DueThing thing, Language language)
    {
        ArgumentNullException.ThrowIfNull(news);
        ArgumentNullException.ThrowIfNull(thing);
        var (ko, count) = (language == Language.Korean, Format.Whole(news.Count));
        return (ko ? $"자료 열람 소식 {count}건 ({Format.Date(thing.On)})" : $"{count} news of reading ({Format.Date(thing.On)})",
            string.Concat(news.Select(item => "- " + item.In(language) + "\n")) + "\n" + (ko ? "읽은 시간은 어림이에요. 사람으로 보이는 열람만 셌어요." : "Reading times are about right. Only visits that look human are counted.") + "\n\n" + Foot(ko));
    }

    private static string Foot(bool ko) => ko ? "Kindred · 이 메일은 작업 공간 설정에서 끌 수 있어요." : "Kindred · Switch these mails off in the settings of the workspace.";

    /// <summary>A name on one line.</summary>
    private static string Line(string name) => string.Concat(name.Where(letter => !char.IsControl(letter)));

    private static string Unmarked(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("*", "∗", StringComparison.Ordinal).Replace("`", "ˋ", StringComparison.Ordinal);
}
