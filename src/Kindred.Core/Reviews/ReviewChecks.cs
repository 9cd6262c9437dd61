using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Every refusal of this module.</summary>
internal static class ReviewChecks
{
    internal static Reason BodyUnreadable(string subject, string found) => Of("body-unreadable", subject,
        $"점검 기록 '{subject}'의 내용을 읽을 수 없어요: {found}. 다른 기록은 그대로 쓸 수 있어요.", $"The body of the review line '{subject}' cannot be read: {found}. The other lines still count.");

    internal static Reason Of(string code, string subject, string ko, string en) => new("reviews." + code, subject, new Wording(ko, en));
}
