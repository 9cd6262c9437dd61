using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Web.Data;

namespace Kindred.Web.Settings;

/// <summary>Codes of the audit trail in words. A code without words is shown as it is.</summary>
internal static class AuditWords
{
    private static readonly (string Code, Wording Words)[] All =
    [
        (AuditActions.SignedIn, new("로그인", "signed in")),
        (AuditActions.SignedOut, new("로그아웃", "signed out")),
        (AuditActions.SignInFailed, new("로그인 실패", "failed to sign in")),
        (AuditActions.Invited, new("초대", "invited")),
        (AuditActions.InvitationAccepted, new("초대 수락", "accepted an invitation")),
        (AuditActions.InvitationRevoked, new("초대 취소", "took an invitation back")),
        (AuditActions.RoleChanged, new("역할 변경", "changed a role")),
        (AuditActions.MemberRemoved, new("내보내기", "removed a member")),
        (AuditActions.MemberChanged, new("이름·언어 변경", "changed name or language")),
        (AuditActions.ResetLinkMade, new("재설정 링크 만들기", "made a reset link")),
        (AuditActions.ResetLinkUsed, new("재설정 링크로 비밀번호 변경", "chose a password by a reset link")),
        (AuditActions.PasswordChanged, new("비밀번호 변경", "changed the password")),
        (AuditActions.PasswordFailed, new("비밀번호 확인 실패", "gave a wrong current password")),
        (AuditActions.TotpBegun, new("2단계 인증 시작", "began the second step")),
        (AuditActions.TotpOn, new("2단계 인증 켜기", "switched the second step on")),
        (AuditActions.TotpOff, new("2단계 인증 끄기", "switched the second step off")),
        (AuditActions.RecoveryCodeUsed, new("복구 코드 사용", "used a recovery code")),
        (AuditActions.SessionRevoked, new("다른 로그인 끝내기", "ended a session")),
        (AuditActions.OwnerCreated, new("소유자 만들기", "became the first owner")),
        (AuditActions.WorkspaceAdded, new("작업 공간 추가", "added a workspace")),
        (AuditActions.WorkspaceRenamed, new("작업 공간 이름 변경", "renamed the workspace")),
        (AuditActions.SettingsChanged, new("설정 변경", "changed settings")),
        (AuditActions.ImportsPurged, new("되돌린 가져오기 삭제", "deleted undone imports")),
        (AuditActions.DocumentAdded, new("자료 올리기", "uploaded a document")),
        (AuditActions.DocumentChanged, new("자료 변경", "changed a document")),
        (AuditActions.DocumentRemoved, new("자료 치우기", "removed a document")),
        (AuditActions.LinksMade, new("링크 만들기", "made links")),
        (AuditActions.LinkChanged, new("링크 변경", "changed a link")),
        (AuditActions.LinkClosed, new("링크 닫기", "closed a link")),
        (AuditActions.ReaderForgotten, new("한 열람자의 기록 지우기", "deleted a reader's record")),
        (AuditActions.SharingChanged, new("공유 설정 변경", "changed sharing")),
        (DataActs.MatchDecided, new("같은 회사인지 답함", "decided whether two are one company")),
        (DataActs.MatchTakenBack, new("같은 회사 답 되돌리기", "took a decision about two companies back")),
        (DataActs.TitleStated, new("직함의 뜻 고치기", "said what a title means")),
        (DataActs.TitleTakenBack, new("직함의 뜻 되돌리기", "took the meaning of a title back")),
        (DataActs.LevelsChanged, new("항목 수준 고치기", "corrected levels of fields")),
        ("profile.stated", new("고객상에 팀의 말 적기", "wrote a statement into the profile")),
        ("profile.signed", new("고객상에 동의", "agreed with the profile")),
        ("review.answered", new("점검 질문에 답하기", "answered a question of the review")),
        ("review.decided", new("점검 결정", "decided a review")),
        ("review.adopted", new("점검에서 쓴 고객상 쓰기 시작", "put a review's profile to use")),
        ("person.erased", new("한 사람의 기록 지우기", "deleted a person's record")),
        ("review.signed", new("점검 결정에 동의", "agreed with a review")),
        ("review.early", new("점검 앞당기기", "started a review early")),
        ("review.reported", new("현장의 말 적기", "wrote down what the field heard")),
        ("review.trial-started", new("시험 시작", "started a trial")),
        ("review.trial-stopped", new("시험 멈추기", "stopped a trial")),
        (AuditActions.OpenLinkMade, new("터미널 링크 만들기", "made a terminal link")),
        (AuditActions.OpenLinkUsed, new("터미널 링크 사용", "used a terminal link")),
    ];

    /// <summary>Codes that can be filtered by.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. All.Select(entry => entry.Code)];

    /// <summary>A code as people read it.</summary>
    public static Wording Of(string code) => All.FirstOrDefault(entry => entry.Code == code).Words ?? Wording.Same(code);
}
