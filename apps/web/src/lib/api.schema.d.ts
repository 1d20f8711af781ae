/** Made by `npm run openapi` from openapi.json. Do not edit. */
export interface paths {
    "/api/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Actions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actions/{actionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Actions.change"];
        trace?: never;
    };
    "/api/actions/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Actions.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Audit.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Campaigns.list"];
        put?: never;
        post: operations["Campaigns.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Campaigns.get"];
        put?: never;
        post?: never;
        delete: operations["Campaigns.discard"];
        options?: never;
        head?: never;
        patch: operations["Campaigns.change"];
        trace?: never;
    };
    "/api/campaigns/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Campaigns.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Results.compare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Results.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Campaigns.launch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/launch-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Campaigns.launchPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/regression": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Results.regression"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Results.whole"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Results.share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/steps/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Campaigns.changeStep"];
        trace?: never;
    };
    "/api/campaigns/{id}/steps/{stepId}/do-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Campaigns.doNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Campaigns.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Results.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/campaigns/{id}/texts/{textId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Results.decide"];
        trace?: never;
    };
    "/api/campaigns/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Results.trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DataSets.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DataSets.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DataSets.approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["DataSets.load"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{id}/privacy-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DataSets.privacyTest"];
        put?: never;
        post: operations["DataSets.startPrivacyTest"];
        delete: operations["DataSets.stopPrivacyTest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{id}/refusals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DataSets.refusals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DataSets.refuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sets/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DataSets.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DataSources.list"];
        put?: never;
        post: operations["DataSources.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["DataSources.change"];
        trace?: never;
    };
    "/api/data-sources/{id}/data-sets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DataSources.announce"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/data-sources/{id}/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DataSources.look"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/date-polls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Polls.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/date-polls/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Polls.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Polls.change"];
        trace?: never;
    };
    "/api/date-polls/{id}/answers/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Polls.answer"];
        trace?: never;
    };
    "/api/date-polls/{id}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Polls.choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/date-polls/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Polls.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/date-polls/{id}/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Polls.addOption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/date-polls/{id}/options/{optionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Polls.removeOption"];
        options?: never;
        head?: never;
        patch: operations["Polls.moveOption"];
        trace?: never;
    };
    "/api/date-polls/{id}/options/{optionId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Polls.restoreOption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/date-polls/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Polls.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/date-polls/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Polls.days"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Demo.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Demo.signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/department-dates/{yearDepartmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DepartmentDates.get"];
        put: operations["DepartmentDates.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Departments.list"];
        put?: never;
        post: operations["Departments.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Departments.archive"];
        options?: never;
        head?: never;
        patch: operations["Departments.change"];
        trace?: never;
    };
    "/api/dialogue-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DialogueSessions.list"];
        put?: never;
        post: operations["DialogueSessions.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DialogueSessions.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["DialogueSessions.change"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attendance.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/attendance/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Attendance.correct"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/attendance/accreditation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attendance.accreditation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/attendance/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Attendance.report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DialogueSessions.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DialogueSessions.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Attendance.certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/deck.pptx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionDeck.deck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Desk.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.createCategory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/categories/{categoryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Desk.removeCategory"];
        options?: never;
        head?: never;
        patch: operations["Desk.changeCategory"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.order"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/questions/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Desk.edit"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/questions/{questionId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/questions/{questionId}/park": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.park"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/questions/{questionId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/questions/{questionId}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/questions/{questionId}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Desk.unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/desk/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Desk.preview"];
        put?: never;
        post: operations["Desk.share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/door": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DialogueSessions.door"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SessionFiles.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionFiles.file"];
        put?: never;
        post?: never;
        delete: operations["SessionFiles.remove"];
        options?: never;
        head?: never;
        patch: operations["SessionFiles.change"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Handout.get"];
        put?: never;
        post: operations["Handout.make"];
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Handout.change"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Handout.docx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Handout.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Handout.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Handout.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Handout.recipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout/retract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Handout.retract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/handout/send-to-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Handout.sendToCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/hearers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DialogueSessions.hearers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Live.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Live.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/answers/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Live.answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/follow-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Live.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/follow-ups/{followUpId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Live.takeBack"];
        options?: never;
        head?: never;
        patch: operations["Live.handle"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/follow-ups/{followUpId}/endorsement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Live.join"];
        post?: never;
        delete: operations["Live.leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Live.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/people/{personId}/readmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Live.readmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/live/people/{personId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Live.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Registrations.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}/endorsements/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Questions.endorse"];
        post?: never;
        delete: operations["Questions.unendorse"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions.makeInbox"];
        delete: operations["Questions.closeInbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questions.get"];
        put?: never;
        post: operations["Questions.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}/questions/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Questions.takeBack"];
        options?: never;
        head?: never;
        patch: operations["Questions.reword"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}/questions/{questionId}/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questions.select"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Registrations.register"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/practices/{practiceId}/registration/excuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Registrations.excuse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Registrations.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/specialist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Specialist.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/specialist/answers/{questionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Specialist.answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/specialist/own-part": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Specialist.ownPart"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/specialist/questions.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SessionDeck.questions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/specialists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DialogueSessions.addSpecialist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/specialists/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["DialogueSessions.removeSpecialist"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/steps/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["DialogueSessions.changeStep"];
        trace?: never;
    };
    "/api/dialogue-sessions/{id}/steps/{stepId}/do-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["DialogueSessions.doNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["DialogueSettings.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["DialogueSettings.change"];
        trace?: never;
    };
    "/api/dialogue-years": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Agenda.list"];
        put?: never;
        post: operations["Agenda.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-years/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Agenda.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Agenda.change"];
        trace?: never;
    };
    "/api/dialogue-years/{id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Agenda.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-years/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Agenda.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-years/{id}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Agenda.addDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-years/{id}/dates/{dateId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Agenda.removeDate"];
        options?: never;
        head?: never;
        patch: operations["Agenda.changeDate"];
        trace?: never;
    };
    "/api/dialogue-years/{id}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Agenda.setDepartments"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-years/{id}/open-vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Agenda.openVote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-years/{id}/pass-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Agenda.passOnPage"];
        put?: never;
        post: operations["Agenda.passOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dialogue-years/{id}/votes/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Agenda.vote"];
        put: operations["Agenda.saveVote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Evaluations.keep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Evaluations.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evaluations/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Evaluations.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figure-remarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Remarks.list"];
        put?: never;
        post: operations["Remarks.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figure-remarks/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Remarks.answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figure-remarks/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Remarks.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{figureId}/card": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Figures.card"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/{figureId}/prov": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Figures.prov"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Figures.choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases.funnel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/funnel/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases.funnelFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Figures.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/figures/own/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FigureExports.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forbidden-pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ForbiddenPairs.list"];
        put?: never;
        post: operations["ForbiddenPairs.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forbidden-pairs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ForbiddenPairs.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Groups.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Groups.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Groups.change"];
        trace?: never;
    };
    "/api/groups/{id}/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Agreements.get"];
        put: operations["Agreements.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/agreement/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Agreements.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/agreement/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Agreements.history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Groups.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["GroupFigures.get"];
        put: operations["GroupFigures.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/figures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["FigureExports.group"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}/open-mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenModes.propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Handouts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health.check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Home.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.get"];
        put?: never;
        post?: never;
        delete: operations["Imports.cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports.apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Imports.decide"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Imports.map"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/refused.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.refused"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/rows/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Imports.correct"];
        trace?: never;
    };
    "/api/imports/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Imports.latest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Imports.upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Mailbox.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Mailbox.content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mailbox/{id}/html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Mailbox.html"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Mail.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Mail.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mandatory-meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeetingAttendance.mandatory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Sessions.change"];
        trace?: never;
    };
    "/api/me/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Privacy.own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/region": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sessions.switchRegion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Measures.list"];
        put?: never;
        post: operations["Measures.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Measures.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{code}/definition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Measures.definition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Measures.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Measures.saveDraft"];
        post?: never;
        delete: operations["Measures.discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Measures.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measures/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Measures.review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings.list"];
        put?: never;
        post: operations["Meetings.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Meetings.change"];
        trace?: never;
    };
    "/api/meetings/{id}/accreditation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeetingAttendance.accreditation"];
        put: operations["MeetingAttendance.setAccreditation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Actions.ofMeeting"];
        put?: never;
        post: operations["Actions.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/attendance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeetingAttendance.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/attendance/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["MeetingAttendance.record"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/attendance/everybody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeetingAttendance.everybody"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings.calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Meetings.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeetingAttendance.certificate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Meetings.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/date-poll": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Polls.ofMeeting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/insights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Notes.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/insights/{insightId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Notes.change"];
        trace?: never;
    };
    "/api/meetings/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeetingLive.view"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeetingLive.act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/input/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["MeetingLive.write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeetingLive.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/people/{personId}/readmit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeetingLive.readmit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/people/{personId}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeetingLive.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["MeetingLive.roles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["MeetingLive.setup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/live/show/{stepId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeetingLive.show"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Notes.get"];
        put: operations["Notes.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Outcomes.ofMeeting"];
        put?: never;
        post: operations["Outcomes.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/preparation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Preparation.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/preparation.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Preparation.pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/preparation/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Preparation.setCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/{id}/preparation/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Preparation.saveNote"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings.choices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/circles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Meetings.circles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/meetings/held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["MeetingAttendance.registerHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Methods.list"];
        put?: never;
        post: operations["Methods.copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/methods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Methods.get"];
        put: operations["Methods.save"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/methods/{id}/archived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Methods.archive"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-modes/{id}/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenModes.askCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-modes/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenModes.sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open-modes/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["OpenModes.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Outcomes.left"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outcomes/{outcomeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Outcomes.withdraw"];
        options?: never;
        head?: never;
        patch: operations["Outcomes.change"];
        trace?: never;
    };
    "/api/outcomes/{outcomeId}/answers/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Outcomes.answer"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People.list"];
        put?: never;
        post: operations["People.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["People.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["People.change"];
        trace?: never;
    };
    "/api/people/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Privacy.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["People.grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Practices.list"];
        put?: never;
        post: operations["Practices.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Practices.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Practices.update"];
        trace?: never;
    };
    "/api/practices/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practices.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Privacy.practice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practices.merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Referrals.home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Referrals.listActions"];
        put?: never;
        post: operations["Referrals.addAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/actions/{referralActionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Referrals.changeAction"];
        trace?: never;
    };
    "/api/practices/{id}/referrals/batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ReferralWeeks.takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/clock/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Referrals.start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/clock/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Referrals.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/course": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Referrals.getCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/goal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Referrals.setGoal"];
        post?: never;
        delete: operations["Referrals.dropGoal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/items/{referralId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["ReferralWeeks.remove"];
        options?: never;
        head?: never;
        patch: operations["ReferralWeeks.change"];
        trace?: never;
    };
    "/api/practices/{id}/referrals/items/{referralId}/judgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ReferralWeeks.judge"];
        post?: never;
        delete: operations["ReferralWeeks.unjudge"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Referrals.file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/minutes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Referrals.addMinutes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/minutes/{referralTimeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Referrals.setMinutes"];
        trace?: never;
    };
    "/api/practices/{id}/referrals/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReferralWeeks.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/preview-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReferralWeeks.previewFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Referrals.getSettings"];
        put: operations["Referrals.setSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/weeks/{week}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["ReferralWeeks.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/weeks/{week}/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["ReferralWeeks.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/referrals/weeks/{week}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["ReferralWeeks.move"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practices.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practices.addStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/staff/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Practices.removeStaff"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/{id}/staff/{roleId}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Practices.handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Practices.districts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Practices.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/practices/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Practices.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals.change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals.effect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/explanations/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals.explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/improve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals.improve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Proposals.pin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/publish-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Proposals.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/proposals/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Proposals.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-inbox/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionInbox.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/question-inbox/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["QuestionInbox.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questionnaires.list"];
        put?: never;
        post: operations["Questionnaires.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Questionnaires.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questionnaires.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Questionnaires.saveDraft"];
        post?: never;
        delete: operations["Questionnaires.discardDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/questionnaires/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Questionnaires.review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/region": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Region.current"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Region.change"];
        trace?: never;
    };
    "/api/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Releases.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/releases/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Releases.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Roles.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roles/{id}/hand-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Roles.handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/round-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rounds.kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rounds.list"];
        put?: never;
        post: operations["Rounds.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rounds.get"];
        put?: never;
        post?: never;
        delete: operations["Rounds.discard"];
        options?: never;
        head?: never;
        patch: operations["Rounds.change"];
        trace?: never;
    };
    "/api/rounds/{id}/answers/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Answers.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["Answers.save"];
        trace?: never;
    };
    "/api/rounds/{id}/answers/{practiceId}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Answers.submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/answers/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Answers.csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/answers/export.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Answers.xlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rounds.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rounds.copy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Rounds.setDates"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/forming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Forming.latest"];
        put?: never;
        post: operations["Forming.start"];
        delete: operations["Forming.cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rounds.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/open-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rounds.openPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Rounds.listParticipants"];
        put: operations["Rounds.setParticipants"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/participants/{practiceId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Rounds.changeParticipant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Forming.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/relaxations/{relaxationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Forming.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/relaxations/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Forming.undoRelaxation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rounds.remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Rounds.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Forming.repair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rounds/{id}/themes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["Rounds.setThemes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Sessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["Sessions.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Setup.view"];
        put?: never;
        post: operations["Setup.finish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup/mail-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Setup.testMail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignIn.ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["SignIn.useCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-in/links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["SignIn.look"];
        put?: never;
        post: operations["SignIn.useLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["Sessions.signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/task-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["TaskLinks.view"];
        put?: never;
        post: operations["TaskLinks.use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptanceBody: {
            accepted: boolean;
            /** Format: uuid */
            practiceId: string;
            version: number;
        };
        AccreditationBody: {
            columns: components["schemas"]["AccreditationColumnBody"][];
            /** @enum {string} */
            format: "xlsx" | "csv";
        };
        AccreditationColumnBody: {
            /** @enum {string} */
            field: "activity-id" | "name" | "big-number" | "hours" | "hours-full" | "date" | "practice" | "agb" | "email" | "joined" | "left";
            heading: string;
        };
        /** @enum {string} */
        AccreditationField: "activity-id" | "name" | "big-number" | "hours" | "hours-full" | "date" | "practice" | "agb" | "email" | "joined" | "left";
        AccreditationLayout: {
            columns: {
                field: components["schemas"]["AccreditationField"];
                heading: string;
            }[];
            /** @enum {string} */
            format: "xlsx" | "csv";
        };
        ActionItemBody: {
            confirmed: boolean;
            /** @example 2026-12-18 */
            dueOn: string;
            /** Format: uuid */
            ownerId?: string | null;
            /** Format: uuid */
            ownerPracticeId: string;
            text: string;
        };
        ActionItemChangeBody: {
            confirmed?: boolean;
            /** @example 2026-12-18 */
            dueOn?: string;
            /** Format: uuid */
            ownerId?: string | null;
            /** Format: uuid */
            ownerPracticeId?: string;
            /** @enum {string} */
            state?: "open" | "done" | "dropped";
            text?: string;
        };
        ActionItemView: {
            dueOn: string;
            group: string | null;
            groupId: string | null;
            id: string;
            late: boolean;
            meeting: string;
            meetingAt: string | null;
            meetingId: string;
            mine: boolean;
            owner: string | null;
            ownerId: string | null;
            ownerPractice: string;
            ownerPracticeId: string;
            state: components["schemas"]["ActionState"];
            text: string;
            version: number;
        };
        ActionOwnerView: {
            people: {
                name: string;
                personId: string;
            }[];
            practice: string;
            practiceId: string;
        };
        ActionPageView: {
            groups: {
                id: string;
                name: string;
            }[];
            items: components["schemas"]["ActionItemView"][];
            next: string | null;
            total: number;
        };
        /** @enum {string} */
        ActionState: "open" | "done" | "dropped";
        AgendaPlaceView: {
            dateId: string;
            fit: components["schemas"]["DateFit"] | "unknown";
            reason: components["schemas"]["Words"];
            yearDepartmentId: string;
        };
        AgendaProposalView: {
            /** @constant */
            best: true;
            clash: components["schemas"]["Words"] | null;
            emptyDateIds: string[];
            places: components["schemas"]["AgendaPlaceView"][];
            reading: components["schemas"]["Words"];
            unplacedIds: string[];
        };
        AgreementBody: {
            confirmed: boolean;
            points: string[];
        };
        AgreementHistoryView: {
            groupId: string;
            versions: components["schemas"]["AgreementVersionView"][];
        };
        AgreementMemberView: {
            acceptedAt: string | null;
            acceptedBy: string | null;
            practice: string;
            practiceId: string;
        };
        AgreementVersionView: {
            accepted: number;
            added: string[];
            /** @enum {string} */
            because: "edited" | "joined";
            points: string[];
            removed: string[];
            version: number;
            writtenAt: string;
            writtenBy: string | null;
        };
        AllBody: {
            /** @enum {string|null} */
            decision: "yes" | "no" | null;
            /** @enum {string} */
            kind: "list-size-jump" | "same-practice" | "gone";
        };
        /** @enum {string} */
        AnonymityLevel: "anonymous" | "confidential" | "named";
        AnswerBody: {
            /** @enum {string} */
            allDates?: "yes" | "maybe" | "no";
            canLead?: boolean | null;
            dates?: {
                [key: string]: "yes" | "maybe" | "no" | null;
            };
            excluded?: string[];
            leader?: components["schemas"]["LeaderBody"];
            leaderPersonId?: string | null;
            motivation?: number | null;
            ranked?: string[];
            /** @enum {string|null} */
            stay?: "yes" | "neutral" | "no" | null;
        };
        AnswerPageView: {
            answer: components["schemas"]["RoundAnswerView"];
            editable: boolean;
            leaderChoices: {
                name: string;
                personId: string;
            }[];
            partners: {
                practices: string[];
                round: string;
            } | null;
            region: string;
            round: components["schemas"]["RoundView"];
        };
        Answers: {
            [key: string]: components["schemas"]["ItemAnswer"];
        };
        AskBody: {
            /** Format: date */
            preferUntil?: string;
            yearDepartmentIds?: string[];
        };
        AttendanceBody: {
            /** Format: date-time */
            joinedAt?: string;
            /** Format: date-time */
            leftAt?: string;
            /** Format: uuid */
            personId: string;
            /** @enum {string} */
            says: "present" | "absent" | "measured";
        };
        AttendanceReportView: {
            people: number;
            rows: {
                joinedAt: string | null;
                leftAt: string | null;
                name: string;
                practice: string | null;
                row: number;
                /** @enum {string} */
                verdict: "by-email" | "by-name" | "ambiguous" | "unknown" | "unreadable" | "outside";
            }[];
        };
        AttendanceView: {
            attendeeKind: components["schemas"]["AttendeeKind"];
            bigNumber: string | null;
            corrected: {
                joinedAt: string | null;
                leftAt: string | null;
                /** @enum {string} */
                source: "organiser" | "report";
            } | null;
            hours: number;
            hoursFull: number;
            joinedAt: string | null;
            leftAt: string | null;
            minutes: number;
            person: {
                id: string;
                name: string;
            };
            practice: {
                id: string;
                name: string;
            };
            present: boolean;
            registered: boolean;
            stays: {
                joinedAt: string;
                leftAt: string | null;
            }[];
            version: number;
        };
        /** @enum {string} */
        AttendeeKind: "gp" | "locum" | "trainee" | "other";
        AudienceBody: {
            /** @enum {string} */
            kind: "roles";
            practiceIds: string[] | null;
            roles: ("region-coordinator" | "data-steward" | "practice-consultant" | "practice-holder" | "practice-contact" | "practice-employee" | "discussion-leader" | "coordinating-specialist" | "specialist" | "auditor" | "operator")[];
        };
        AuditEntryView: {
            /** @enum {string} */
            action: "C" | "R" | "U" | "D" | "E";
            actorId: string | null;
            actorName: string | null;
            at: string;
            detail: {
                [key: string]: unknown;
            };
            event: string;
            /** @enum {string} */
            outcome: "success" | "refused" | "failed";
            seq: number;
            subjectId: string | null;
            subjectKind: string;
        };
        AuditVerdictView: {
            checkpoint: {
                at: string;
                seq: number;
            } | null;
            entries: number;
            fault: {
                /** @enum {string} */
                kind: "changed" | "missing" | "swapped" | "truncated" | "checkpoint-forged";
                seq: number;
            } | null;
            ok: boolean;
        };
        BoardChange: {
            groupId: string | null;
            /** @constant */
            kind: "move";
            practiceId: string;
        } | {
            a: string;
            b: string;
            /** @constant */
            kind: "swap";
        } | {
            groupId: string;
            /** @constant */
            kind: "leader";
            practiceId: string;
        } | {
            dateId?: string;
            groupId: string;
            /** @constant */
            kind: "retype";
            themeId?: string;
        };
        BoardGroupView: {
            date: string;
            dateId: string;
            id: string;
            leaderName: string | null;
            leaderPinned: boolean;
            leaderPracticeId: string | null;
            members: components["schemas"]["BoardMemberView"][];
            number: number;
            pinned: boolean;
            theme: string;
            themeId: string;
            violations: components["schemas"]["Words"][];
        };
        BoardMemberView: {
            /** @enum {string} */
            attendance: "yes" | "maybe" | "no";
            canLead: boolean;
            district: string | null;
            leader: boolean;
            name: string;
            pinned: boolean;
            practiceId: string;
            rank: number | null;
            value: number;
        };
        CampaignAudience: {
            /** @constant */
            kind: "roles";
            practiceIds: string[] | null;
            roles: components["schemas"]["Role"][];
        } | {
            /** @constant */
            kind: "attendees";
        };
        CampaignBody: {
            /** @enum {string} */
            anonymity: "anonymous" | "confidential" | "named";
            audience: components["schemas"]["AudienceBody"];
            /** Format: uuid */
            questionnaireId: string;
            reminderDays: number[];
            responseDays: number;
            title?: components["schemas"]["TitleBody"];
        };
        CampaignChangeBody: {
            /** @enum {string} */
            anonymity?: "anonymous" | "confidential" | "named";
            audience?: components["schemas"]["AudienceBody"];
            /** Format: uuid */
            questionnaireId?: string;
            reminderDays?: number[];
            responseDays?: number;
            title?: components["schemas"]["TitleBody"];
        };
        /** @enum {string} */
        CampaignState: "draft" | "planned" | "running" | "closed" | "stopped";
        /** @enum {string} */
        CampaignStepKind: "invite" | "remind" | "close";
        CampaignStepView: {
            count: number | null;
            doneAt: string | null;
            dueAt: string;
            id: string;
            kind: components["schemas"]["CampaignStepKind"];
            number: number | null;
            /** @enum {string} */
            state: "planned" | "done" | "stopped" | "late";
            wave: number;
        };
        /** @enum {string} */
        CampaignSubjectKind: "round" | "session" | "meeting" | "region";
        CampaignSummaryView: {
            anonymity: components["schemas"]["AnonymityLevel"];
            closedAt: string | null;
            closesAt: string | null;
            department: string | null;
            id: string;
            opensAt: string | null;
            questionnaire: components["schemas"]["Words"];
            shared: boolean;
            state: components["schemas"]["CampaignState"];
            subjectKind: components["schemas"]["CampaignSubjectKind"];
            title: components["schemas"]["Words"];
            turnout: components["schemas"]["TurnoutView"];
        };
        CampaignView: {
            anonymity: components["schemas"]["AnonymityLevel"];
            audience: components["schemas"]["CampaignAudience"];
            closedAt: string | null;
            closesAt: string | null;
            content: components["schemas"]["QuestionnaireContent"];
            department: string | null;
            id: string;
            levels: {
                level: components["schemas"]["AnonymityLevel"];
                possible: boolean;
                /** @enum {string|null} */
                reason: "too-few-people" | "too-few-practices" | null;
            }[];
            minimumResponses: number;
            opensAt: string | null;
            questionnaire: components["schemas"]["Words"];
            questionnaireId: string;
            questionnaireVersion: {
                id: string;
                number: number;
            };
            reminderDays: number[];
            responseDays: number;
            shared: boolean;
            state: components["schemas"]["CampaignState"];
            steps: components["schemas"]["CampaignStepView"][];
            subjectKind: components["schemas"]["CampaignSubjectKind"];
            title: components["schemas"]["Words"];
            turnout: components["schemas"]["TurnoutView"];
            unreachable: {
                id: string;
                name: string;
            }[];
            version: number;
        };
        CardView: {
            card: components["schemas"]["ProvenanceCard"];
            correctedAt: string | null;
            overdue: boolean;
            quality: components["schemas"]["SourceQuality"];
            qualityNote: string | null;
            reviewBy: string | null;
            verified: boolean;
            words: components["schemas"]["CardWords"];
        };
        CardWords: {
            denominator: components["schemas"]["Words"];
            limitations: components["schemas"]["Words"][];
            numerator: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
            unit: components["schemas"]["Words"];
        };
        CategoryBody: {
            confirmed?: boolean;
            minutes?: number | null;
            name: string;
            questionIds?: string[];
        };
        CategoryChangeBody: {
            confirmed?: boolean;
            minutes?: number | null;
            name?: string;
        };
        ChangeBody: {
            /**
             * Format: uuid
             * @description swap
             */
            a?: string;
            /**
             * Format: uuid
             * @description swap
             */
            b?: string;
            /**
             * Format: uuid
             * @description retype
             */
            dateId?: string;
            /** @description move (null takes the practice out), leader, retype */
            groupId?: string | null;
            /** @enum {string} */
            kind: "move" | "swap" | "leader" | "retype";
            /**
             * Format: uuid
             * @description move, leader
             */
            practiceId?: string;
            /**
             * Format: uuid
             * @description retype
             */
            themeId?: string;
        };
        ChangeMeDto: {
            /** @enum {string} */
            language?: "nl" | "en";
            name?: string;
        };
        ChangePersonDto: {
            /** Format: email */
            email?: string;
            /** @enum {string} */
            language?: "nl" | "en";
            name?: string;
        };
        ChangeRegionDto: {
            evaluationTime?: string;
            /** @enum {string} */
            holidayRegion?: "noord" | "midden" | "zuid";
            name?: string;
            /** Format: email */
            replyTo?: string | null;
        };
        ChangeRequest: {
            change: components["schemas"]["ChangeBody"];
        };
        ChangeView: {
            at: string;
            href: string | null;
            id: string;
            /** @enum {string} */
            kind: "groups-published" | "practices-imported" | "round-opened" | "results-shared" | "handout-published";
            title: components["schemas"]["Words"];
        };
        /** @enum {string} */
        CheckCode: "gap" | "jump" | "small-list" | "extract-dates-differ" | "duplicates" | "unknown-practices" | "practices-missing" | "no-list-size" | "late-period" | "total-differs";
        /** @enum {string} */
        CheckSeverity: "note" | "warning" | "stop";
        ChoiceItem: {
            condition?: components["schemas"]["ItemCondition"];
            factor?: {
                factor: components["schemas"]["FactorKey"];
                property: components["schemas"]["FactorProperty"];
            };
            help?: components["schemas"]["Words"];
            key: string;
            multiple: boolean;
            notApplicable?: boolean;
            optional?: boolean;
            options: {
                key: string;
                text: components["schemas"]["Words"];
            }[];
            section?: components["schemas"]["Words"];
            text: components["schemas"]["Words"];
            /** @constant */
            type: "choice";
        };
        ColleagueBody: {
            /** Format: email */
            email: string;
            jobTitle?: string;
            name: string;
        };
        CompareBody: {
            a: components["schemas"]["ComparedSideBody"];
            b: components["schemas"]["ComparedSideBody"];
            /** @description Key of a scale. */
            item: string;
        };
        ComparedSideBody: {
            campaignId: string;
            cut?: string;
        };
        ConfirmBody: {
            places: components["schemas"]["PlaceBody"][];
        };
        ConflictCode: string | ("SIZE_ARITHMETIC" | "NOT_ENOUGH_LEADERS" | "FORBIDDEN_CLIQUE" | "NO_COMMON_DATE" | "NO_LEADER_ON_DATE" | "LEADER_DATE_CONFLICT");
        ConflictView: {
            code: components["schemas"]["ConflictCode"];
            practices: {
                id: string;
                name: string;
            }[];
            sentence: components["schemas"]["Words"];
        };
        ContactBody: {
            /** Format: email */
            email: string;
            name: string;
        };
        CorrectionBody: {
            /** @enum {string} */
            field: "agb" | "name" | "street" | "postcode" | "town" | "district" | "listSize" | "holder" | "email" | "contact" | "contactEmail" | "startQuarter" | "startWave" | "consultant" | "motivation";
            value: string | null;
        };
        CreatePersonDto: {
            bigNumber?: string;
            /** Format: email */
            email: string;
            jobTitle?: string;
            /** @enum {string} */
            language?: "nl" | "en";
            name: string;
            /** @enum {string} */
            role: "region-coordinator" | "data-steward" | "practice-consultant" | "practice-holder" | "practice-contact" | "practice-employee" | "discussion-leader" | "coordinating-specialist" | "specialist" | "auditor" | "operator";
            /** Format: uuid */
            scopeId?: string;
        };
        CreatePracticeBody: {
            agb: string;
            consultant?: string | null;
            district?: string | null;
            dtoGroup?: string | null;
            ftoGroup?: string | null;
            listSize?: number | null;
            motivation?: number | null;
            name: string;
            postcode?: string | null;
            solo?: boolean;
            startQuarter?: string | null;
            startWave?: string | null;
            street?: string | null;
            town?: string | null;
        };
        CutView: {
            /** @enum {string} */
            dimension: "role" | "theme";
            hidden: components["schemas"]["HiddenReason"] | null;
            label: components["schemas"]["Words"];
            value: string;
        };
        DataSetBody: {
            bytes: number;
            /** Format: date-time */
            extractAt?: string;
            fileName: string;
            mapping: {
                [key: string]: "practice" | "practice-name" | "period" | "item" | "item-name" | "sex" | "age" | "count" | "urgent" | "consults" | "listed" | "extract-at";
            };
            reading?: components["schemas"]["ReadingBody"];
            /** Format: uuid */
            supersedes?: string;
            why?: string;
        };
        DataSetReasonBody: {
            why: string;
        };
        DataSetRefusalView: {
            code: string;
            field: components["schemas"]["ExtractField"] | null;
            row: number;
            sentence: components["schemas"]["Words"];
        };
        /** @enum {string} */
        DataSetState: "loading" | "checked" | "approved" | "superseded" | "withdrawn" | "refused" | "failed";
        DataSetSummaryView: {
            approvedAt: string | null;
            approvedBy: string | null;
            extractAt: string | null;
            fileName: string;
            id: string;
            loadedAt: string | null;
            loadedBy: string | null;
            period: {
                from: string;
                toExclusive: string;
            } | null;
            refusedRows: number;
            rows: number;
            source: {
                id: string;
                kind: components["schemas"]["ExtractKind"];
                name: string;
            };
            state: components["schemas"]["DataSetState"];
            supersedes: string | null;
            version: number;
            warnings: number;
        };
        DataSetView: {
            approvedAt: string | null;
            approvedBy: string | null;
            bytes: number;
            commitment: string | null;
            difference: {
                cells: number;
                examples: {
                    is: number;
                    item: string;
                    period: string;
                    practice: string;
                    was: number;
                }[];
                practices: number;
            } | null;
            extractAt: string | null;
            fileName: string;
            format: {
                encoding: string | null;
                /** @enum {string} */
                kind: "csv" | "tsv" | "xlsx";
                separator: string | null;
            };
            fraction: number;
            history: {
                at: string;
                by: string | null;
                state: components["schemas"]["DataSetState"];
            }[];
            id: string;
            loadedAt: string | null;
            loadedBy: string | null;
            mapping: {
                [key: string]: components["schemas"]["ExtractField"];
            };
            mayApprove: boolean;
            period: {
                from: string;
                toExclusive: string;
            } | null;
            profile: components["schemas"]["ExtractProfileView"] | null;
            reading: components["schemas"]["ExtractReading"];
            refusedRows: number;
            rows: number;
            source: {
                id: string;
                kind: components["schemas"]["ExtractKind"];
                name: string;
            };
            state: components["schemas"]["DataSetState"];
            supersedes: string | null;
            version: number;
            warnings: number;
            why: string | null;
        };
        DataSourceBody: {
            aliases?: {
                [key: string]: string;
            };
            /** @enum {string} */
            kind: "referrals" | "diagnostics" | "consults" | "prescriptions" | "list-sizes";
            latePercent?: number | null;
            limitations: string[];
            name: string;
            /** @enum {string} */
            quality?: "good" | "fair" | "poor" | "unknown";
            qualityNote?: string | null;
            supplier: string;
            system: string;
        };
        DataSourceChangeBody: {
            aliases?: {
                [key: string]: string;
            };
            archived?: boolean;
            /** @enum {string} */
            kind?: "referrals" | "diagnostics" | "consults" | "prescriptions" | "list-sizes";
            latePercent?: number | null;
            limitations?: string[];
            name?: string;
            /** @enum {string} */
            quality?: "good" | "fair" | "poor" | "unknown";
            qualityNote?: string | null;
            supplier?: string;
            system?: string;
        };
        DataSourceView: {
            aliases: {
                [key: string]: string;
            };
            dataSets: number;
            id: string;
            kind: components["schemas"]["ExtractKind"];
            latePercent: number | null;
            limitations: string[];
            name: string;
            quality: components["schemas"]["SourceQuality"];
            qualityNote: string | null;
            supplier: string;
            system: string;
            version: number;
        };
        /** @enum {string} */
        DateAnswer: "yes" | "maybe" | "no";
        DateAnswerBody: {
            /** Format: uuid */
            dateId: string;
            /** @enum {string} */
            fit: "yes" | "maybe" | "no";
        };
        DateBody: {
            /** Format: date */
            date: string;
            /** @example 21:00 */
            endTime: string;
            id?: string;
            maxGroups?: number | null;
            /** @example 19:30 */
            startTime: string;
        };
        DateChangeBody: {
            /** Format: date */
            date?: string;
            /** @example 20:30 */
            endTime?: string;
            /** @example 19:30 */
            startTime?: string;
        };
        /** @enum {string} */
        DateFit: "yes" | "maybe" | "no";
        DatePollAdviceView: {
            maybe: number;
            no: number;
            optionId: string;
            reason: components["schemas"]["Words"];
            unanswered: number;
            yes: number;
        };
        DatePollAnswerBody: {
            /** @enum {string} */
            all?: "yes";
            /** @description option id → answer, or null to take it back; what is not named stays */
            answers?: {
                [key: string]: "yes" | "maybe" | "no" | null;
            };
            confirmed?: boolean;
            note?: string;
        };
        DatePollBody: {
            /** Format: date-time */
            answerUntil: string;
            /** Format: uuid */
            groupId?: string;
            /** Format: uuid */
            meetingId?: string;
            options: components["schemas"]["PollOptionBody"][];
            /**
             * @example [
             *       3,
             *       1
             *     ]
             */
            reminderDays: number[];
        };
        DatePollChangeBody: {
            /** Format: date-time */
            answerUntil?: string;
            reminderDays?: number[];
        };
        DatePollChoiceBody: {
            /** Format: uuid */
            optionId: string;
        };
        DatePollOptionView: {
            date: string;
            endTime: string;
            flags: {
                /** @enum {string} */
                kind: "public-holiday" | "school-holiday" | "weekend";
                name: components["schemas"]["Words"];
            }[];
            id: string;
            movedFrom: {
                date: string;
                endTime: string;
                startTime: string;
            } | null;
            startsAt: string;
            startTime: string;
        };
        DatePollPracticeView: {
            answers: {
                [key: string]: components["schemas"]["DateAnswer"];
            };
            leads: boolean;
            name: string;
            note: string | null;
            practiceId: string;
            savedAt: string | null;
            savedBy: string | null;
        };
        DatePollReopenBody: {
            /** Format: date-time */
            answerUntil: string;
        };
        /** @enum {string} */
        DatePollState: "open" | "closed" | "chosen";
        DatePollView: {
            advice: components["schemas"]["DatePollAdviceView"][];
            answerable: string[];
            answerUntil: string;
            chosenOptionId: string | null;
            complete: boolean;
            group: string | null;
            groupId: string | null;
            holidaysKnownUntil: string;
            id: string;
            leader: {
                name: string | null;
                practiceId: string | null;
            } | null;
            mayManage: boolean;
            meetingId: string;
            meetingState: components["schemas"]["MeetingState"];
            options: components["schemas"]["DatePollOptionView"][];
            ownPracticeIds: string[];
            practices: components["schemas"]["DatePollPracticeView"][];
            reminderDays: number[];
            state: components["schemas"]["DatePollState"];
            title: string;
            version: number;
        };
        DatesAnswerBody: {
            answers: components["schemas"]["DateAnswerBody"][];
            confirmed?: boolean;
            note: string | null;
        };
        DatesBody: {
            dates: components["schemas"]["DateBody"][];
        };
        DeadlineBody: {
            /** Format: date-time */
            answerUntil: string;
        };
        DecisionsBody: {
            all?: components["schemas"]["AllBody"];
            /** @enum {string|null} */
            decision?: "yes" | "no" | null;
            key?: string;
        };
        DemoPersonView: {
            id: string;
            name: string;
            role: components["schemas"]["Role"];
            scopeName: string | null;
        };
        DemoSignInDto: {
            /** Format: uuid */
            id: string;
        };
        DemoView: {
            people: components["schemas"]["DemoPersonView"][];
        };
        DepartmentBody: {
            adviceConsult?: string | null;
            agreementUrl?: string | null;
            contact?: components["schemas"]["ContactBody"] | null;
            hospital?: string | null;
            name: string;
            phone?: string | null;
            phoneHours?: string | null;
        };
        DepartmentChangeBody: {
            adviceConsult?: string | null;
            agreementUrl?: string | null;
            archived?: boolean;
            contact?: components["schemas"]["ContactBody"] | null;
            hospital?: string | null;
            name?: string;
            phone?: string | null;
            phoneHours?: string | null;
        };
        DepartmentDatesView: {
            answeredAt: string | null;
            dates: {
                date: string;
                endTime: string;
                fit: components["schemas"]["DateFit"] | null;
                flags: components["schemas"]["Words"][];
                id: string;
                startTime: string;
            }[];
            department: string;
            id: string;
            note: string | null;
            open: boolean;
            preferUntil: string | null;
            region: string;
            version: number;
            year: number;
        };
        DepartmentView: {
            adviceConsult: string | null;
            agreementUrl: string | null;
            archived: boolean;
            contact: {
                email: string;
                name: string;
                personId: string;
            } | null;
            hospital: string | null;
            id: string;
            name: string;
            phone: string | null;
            phoneHours: string | null;
            version: number;
        };
        DepartmentVoterView: {
            givenAt: string | null;
            name: string;
            practiceId: string;
            reachable: boolean;
            /** @enum {string|null} */
            source: "link" | "site" | "meeting" | null;
        };
        DepartmentVoteView: {
            departments: {
                hospital: string | null;
                id: string;
                name: string;
            }[];
            givenAt: string | null;
            most: number;
            open: boolean;
            practice: {
                id: string;
                name: string;
            };
            ranking: string[];
            version: number;
            voteUntil: string | null;
            year: number;
            yearId: string;
        };
        DeskOrderBody: {
            /** Format: uuid */
            categoryId?: string | null;
            categoryIds?: string[];
            questionIds?: string[];
        };
        DeskQuestionBody: {
            /** Format: uuid */
            categoryId?: string | null;
            confirmed?: boolean;
            text: string;
        };
        DeskQuestionChangeBody: {
            /** Format: uuid */
            categoryId?: string | null;
            confirmed?: boolean;
            position?: number;
            shownText?: string | null;
        };
        DeskQuestionView: {
            answer: components["schemas"]["QuestionAnswerView"] | null;
            categoryId: string | null;
            endorsed: number;
            fate: components["schemas"]["QuestionFate"];
            finding: components["schemas"]["TextFindingView"] | null;
            id: string;
            late: boolean;
            merged: {
                id: string;
                late: boolean;
                practice: string | null;
                text: string;
                version: number;
            }[];
            position: number;
            practice: {
                id: string;
                name: string;
            } | null;
            practices: number;
            sharedAt: string | null;
            shownText: string | null;
            text: string;
            version: number;
        };
        DialogueDateView: {
            date: string;
            endTime: string;
            flags: components["schemas"]["Words"][];
            id: string;
            startTime: string;
        };
        DialogueSessionBody: {
            confirmed?: boolean;
            /** @example 2027-03-16 */
            date: string;
            /** Format: uuid */
            departmentId: string;
            /** @example 17:30 */
            endTime: string;
            /** @example 16:30 */
            startTime: string;
            title?: string;
        };
        DialogueSessionChangeBody: {
            accreditedHours?: number | null;
            activityId?: string | null;
            confirmed?: boolean;
            /** @example 2027-03-16 */
            date?: string;
            /** @example 17:30 */
            endTime?: string;
            introduction?: string | null;
            meetingLink?: string | null;
            moderated?: boolean;
            places?: number | null;
            /** @example 16:30 */
            startTime?: string;
            /** @example 2027-02-09 */
            talkOn?: string | null;
            title?: string;
        };
        /** @enum {string} */
        DialogueSessionState: "planned" | "live" | "ended" | "cancelled";
        DialogueSessionSummaryView: {
            department: string;
            endsAt: string;
            /** @enum {string} */
            handout: "none" | "draft" | "checking" | "checked" | "published";
            id: string;
            late: number;
            next: {
                dueAt: string;
                kind: components["schemas"]["SessionStepKind"];
            } | null;
            own: {
                questions: number;
                registered: boolean;
            } | null;
            questions: number;
            registered: number;
            startsAt: string;
            state: components["schemas"]["DialogueSessionState"];
            title: string;
        };
        DialogueSessionView: {
            accreditedHours: number | null;
            activityId: string | null;
            counts: {
                asking: number;
                excused: number;
                practices: number;
                questions: number;
                registered: number;
                waiting: number;
            };
            date: string;
            department: string;
            departmentId: string;
            endsAt: string;
            endTime: string;
            /** @enum {string} */
            handout: "none" | "draft" | "checking" | "checked" | "published";
            id: string;
            introduction: string | null;
            meetingLink: string | null;
            moderated: boolean;
            places: number | null;
            sharedAt: string | null;
            specialists: {
                email: string;
                name: string;
                personId: string;
            }[];
            startsAt: string;
            startTime: string;
            state: components["schemas"]["DialogueSessionState"];
            steps: components["schemas"]["SessionStepView"][];
            talkOn: string | null;
            title: string;
            version: number;
        };
        DialogueSettingsBody: {
            accreditation?: components["schemas"]["AccreditationBody"];
            planned?: boolean;
            timeline?: components["schemas"]["TimelineBody"];
        };
        DialogueSettingsView: {
            accreditation: components["schemas"]["AccreditationLayout"];
            timeline: {
                handout: components["schemas"]["StepOffset"];
                invite: components["schemas"]["StepOffset"];
                practical: components["schemas"]["StepOffset"];
                remind: components["schemas"]["StepOffset"];
                "remind-handout": components["schemas"]["StepOffset"];
                "remind-specialist": components["schemas"]["StepOffset"];
                share: components["schemas"]["StepOffset"];
            };
            version: number;
        };
        /** @enum {string} */
        DialogueYearState: "draft" | "voting" | "asking" | "confirmed";
        DialogueYearSummaryView: {
            dates: number;
            id: string;
            invited: number;
            state: components["schemas"]["DialogueYearState"];
            year: number;
        };
        DialogueYearView: {
            confirmedAt: string | null;
            coordinator: {
                email: string;
                name: string;
                personId: string;
            } | null;
            dates: components["schemas"]["DialogueDateView"][];
            departments: components["schemas"]["YearDepartmentView"][];
            id: string;
            passedOnAt: string | null;
            practices: number;
            preferUntil: string | null;
            proposal: components["schemas"]["AgendaProposalView"] | null;
            sessions: {
                dateId: string | null;
                department: string;
                endsAt: string;
                sessionId: string;
                startsAt: string;
                /** @enum {string} */
                state: "planned" | "live" | "ended" | "cancelled";
            }[];
            state: components["schemas"]["DialogueYearState"];
            version: number;
            voters: components["schemas"]["DepartmentVoterView"][];
            votes: number;
            voteUntil: string | null;
            year: number;
        };
        /** @enum {string} */
        DisclosureMode: "own" | "pseudonymous" | "open" | "aggregate";
        DistributionView: {
            bars: {
                count: number;
                from: number | string;
                label: components["schemas"]["Words"];
                share: number;
                to: number | string;
            }[];
            missing: number | null;
            notApplicable: number | null;
        };
        EffectView: {
            allowed: boolean;
            deltas: components["schemas"]["ScoreDeltas"];
            groups: {
                delta: number;
                groupId: string;
            }[];
            leaders: {
                groupId: string;
                practiceId: string | null;
            }[];
            violations: components["schemas"]["Words"][];
        };
        Estimate: {
            high: number | null;
            low: number | null;
            value: number;
        };
        EvaluationKeepBody: {
            answer: {
                [key: string]: unknown;
            } | null;
            item: string;
            token: string;
        };
        EvaluationReceiptView: {
            /** @enum {string} */
            outcome: "received" | "already";
        };
        EvaluationSendBody: {
            answers: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            confirmed: string[];
            token: string;
        };
        EvaluationTokenBody: {
            token: string;
        };
        EvaluationView: {
            anonymity: components["schemas"]["AnonymityLevel"];
            closesAt: string | null;
            content: components["schemas"]["QuestionnaireContent"] | null;
            kept: {
                answers: components["schemas"]["Answers"];
                sent: boolean;
            } | null;
            language: components["schemas"]["Language"];
            minimumResponses: number;
            minimumTextResponses: number;
            region: string;
            /** @enum {string} */
            state: "open" | "answered" | "closed";
            title: components["schemas"]["Words"];
        };
        ExcuseBody: {
            confirmed: boolean;
            reason: string;
        };
        ExplanationView: {
            alternative: {
                change: components["schemas"]["BoardChange"] | null;
                sentence: components["schemas"]["Words"];
            } | null;
            groupId: string | null;
            name: string;
            practiceId: string;
            sentence: components["schemas"]["Words"];
            terms: {
                /** @enum {string} */
                term: "theme" | "attendance" | "continuity" | "motivation";
                value: number | null;
                words: components["schemas"]["Words"];
            }[];
            whyNotFirst: components["schemas"]["Words"] | null;
        };
        ExtractCheckView: {
            code: components["schemas"]["CheckCode"];
            count: number;
            examples: {
                is: number | null;
                item: string | null;
                period: string | null;
                practice: string | null;
                was: number | null;
            }[];
            sentence: components["schemas"]["Words"];
            severity: components["schemas"]["CheckSeverity"];
        };
        /** @enum {string} */
        ExtractField: "practice" | "practice-name" | "period" | "item" | "item-name" | "sex" | "age" | "count" | "urgent" | "consults" | "listed" | "extract-at";
        /** @enum {string} */
        ExtractKind: "referrals" | "diagnostics" | "consults" | "prescriptions" | "list-sizes";
        ExtractLookView: {
            format: {
                encoding: string | null;
                /** @enum {string} */
                kind: "csv" | "tsv" | "xlsx";
                separator: string | null;
            };
            headings: string[];
            mapping: components["schemas"]["ExtractField"][];
            missing: components["schemas"]["ExtractField"][];
            reading: components["schemas"]["ExtractReading"];
            refusedColumns: {
                column: number;
                reason: components["schemas"]["Words"];
            }[];
            remembered: boolean;
            samples: string[][];
        };
        ExtractProfileView: {
            checks: components["schemas"]["ExtractCheckView"][];
            extractDates: {
                at: string;
                practices: number;
            }[];
            items: {
                code: string;
                count: number;
                name: string;
            }[];
            periods: {
                count: number;
                from: string;
                months: number;
                practices: number;
            }[];
            practices: {
                inFile: number;
                known: number;
                missing: number;
                unknown: number;
            };
            read: number;
            refused: number;
            rows: number;
            strata: string[];
            totals: {
                consults: number | null;
                count: number;
                urgent: number | null;
            };
        };
        ExtractReading: {
            /** @enum {string} */
            dates: "month" | "quarter";
            itemCharacters: number | null;
            /** @enum {string} */
            rows: "totals" | "parts";
        };
        /** @enum {string} */
        FactorKey: "autonomy" | "support" | "staff-involvement" | "measurability" | "patient-factors" | "professional-factors" | "project-characteristics" | "connection";
        /** @enum {string} */
        FactorProperty: "condition" | "relation" | "contribution";
        FactorResultView: {
            factor: components["schemas"]["FactorKey"];
            name: components["schemas"]["Words"];
            properties: {
                hidden: components["schemas"]["HiddenReason"] | null;
                medianCategory: components["schemas"]["Words"] | null;
                n: number | null;
                options: {
                    key: string;
                    label: components["schemas"]["Words"];
                    share: number;
                }[];
                property: components["schemas"]["FactorProperty"];
                reference: components["schemas"]["Words"];
            }[];
            sentence: components["schemas"]["Words"];
        };
        FigureChoicesView: {
            groups: {
                id: string;
                /** @enum {string} */
                mode: "pseudonymous" | "open" | "none";
                name: string;
            }[];
            items: {
                code: string;
                kind: components["schemas"]["ExtractKind"];
                name: string;
            }[];
            measures: {
                code: string;
                kind: components["schemas"]["ExtractKind"];
                overdue: boolean;
                title: components["schemas"]["Words"];
            }[];
            periods: {
                from: string;
                toExclusive: string;
            }[];
            practice: {
                id: string;
                name: string;
            };
            suggestions: {
                item: string;
                measure: string;
                sentence: components["schemas"]["Words"];
            }[];
        };
        FigureRemarkView: {
            answer: string | null;
            answeredAt: string | null;
            at: string;
            id: string;
            item: {
                code: string;
                name: string;
            };
            /** @enum {string} */
            kind: "comment" | "dispute";
            mayAnswer: boolean;
            mayWithdraw: boolean;
            measure: {
                code: string;
                title: components["schemas"]["Words"];
            };
            own: boolean;
            period: {
                from: string;
                toExclusive: string;
            };
            practice: string | null;
            /** @enum {string} */
            state: "open" | "answered" | "accepted" | "declined" | "withdrawn";
            text: string;
            version: number;
        };
        FigureTrendView: {
            breaks: {
                from: string;
                reason: components["schemas"]["Words"];
            }[];
            chart: {
                centre: number;
                lower: number[];
                /** @enum {string} */
                method: "laney-u" | "xmr";
                signals: {
                    index: number;
                    /** @enum {string} */
                    rule: "outside" | "shift" | "trend";
                }[];
                upper: number[];
            } | null;
            needed: number;
            points: components["schemas"]["TrendPoint"][];
            sentence: components["schemas"]["Words"];
        };
        FollowUpBody: {
            /** Format: uuid */
            clientId: string;
            confirmed: boolean;
            named: boolean;
            text: string;
        };
        FollowUpChangeBody: {
            confirmed: boolean;
            note?: string;
            /** @enum {string} */
            state?: "new" | "shown" | "asking" | "answered" | "parked" | "removed";
        };
        /** @enum {string} */
        FollowUpState: "new" | "shown" | "asking" | "answered" | "parked" | "removed" | "withdrawn";
        FollowUpView: {
            askedAt: string;
            /** @constant */
            by: "practice";
            endorsements: number;
            id: string;
            practice: string;
            questionId: string | null;
            /** @enum {string} */
            state: "shown" | "asking" | "answered" | "parked";
            text: string;
        } | {
            askedAt: string;
            /** @constant */
            by: "anonymous";
            endorsements: number;
            id: string;
            questionId: string | null;
            /** @enum {string} */
            state: "shown" | "asking" | "answered" | "parked";
            text: string;
        };
        ForbiddenPairBody: {
            a: string;
            b: string;
            reason: string;
        };
        ForbiddenPairView: {
            a: {
                id: string;
                name: string;
            };
            b: {
                id: string;
                name: string;
            };
            id: string;
            reason: string;
        };
        FormingBody: {
            /** @description also while the round is open and answers may still change */
            evenIfOpen?: boolean;
            /** @description budget of the search in seconds; by default it depends on the number of practices */
            seconds?: number;
        };
        FormingView: {
            conflicts: components["schemas"]["ConflictView"][];
            failure: string | null;
            finishedAt: string | null;
            fraction: number;
            id: string;
            phase: string;
            practices: number;
            proposalIds: string[];
            /** @enum {string} */
            purpose: "form" | "improve" | "repair";
            relaxations: components["schemas"]["RelaxationView"][];
            startedAt: string | null;
            /** @enum {string} */
            state: "queued" | "running" | "done" | "failed" | "cancelled";
            unassigned: {
                id: string;
                name: string;
            }[];
        };
        FunnelView: {
            card: components["schemas"]["CardView"];
            detail: components["schemas"]["Words"];
            item: {
                code: string;
                name: string;
            };
            left: number;
            limits: {
                expected: number;
                high95: number;
                high998: number;
                low95: number;
                low998: number;
            }[];
            measure: {
                code: string;
                content: components["schemas"]["MeasureContent"];
                overdue: boolean;
                version: string;
            };
            overdispersion: {
                applied: boolean;
                factor: number;
                tau2: number;
                words: components["schemas"]["Words"];
            } | null;
            period: {
                from: string;
                toExclusive: string;
            };
            points: {
                expected: number;
                label: string;
                /** @enum {string} */
                outside: "none" | "high" | "low";
                ratio: number;
            }[];
            sentence: components["schemas"]["Words"];
        };
        GoalBody: {
            /** @enum {string} */
            about: "referrals" | "time-outs";
            baselineFrom: string;
            baselineTo: string;
            percent: number | null;
        };
        GrantRoleDto: {
            bigNumber?: string;
            jobTitle?: string;
            /** @enum {string} */
            role: "region-coordinator" | "data-steward" | "practice-consultant" | "practice-holder" | "practice-contact" | "practice-employee" | "discussion-leader" | "coordinating-specialist" | "specialist" | "auditor" | "operator";
            /** Format: uuid */
            scopeId?: string;
        };
        GroupAgreementView: {
            accepted: number;
            /** @enum {string} */
            because: "edited" | "joined";
            group: string;
            groupId: string;
            may: {
                edit: boolean;
                read: boolean;
            };
            members: components["schemas"]["AgreementMemberView"][];
            ownPracticeIds: string[];
            points: string[];
            practices: number;
            version: number;
            writtenAt: string | null;
            writtenBy: string | null;
        };
        GroupChangeBody: {
            /** Format: uuid */
            leaderPracticeId?: string;
        };
        GroupComparisonFigure: {
            bars: {
                label: string;
                own: boolean;
                practice: string | null;
                value: number | null;
            }[];
            card: components["schemas"]["CardView"];
            figureId: string;
            group: string;
            groupId: string;
            middle: {
                high: number;
                low: number;
                median: number;
            } | null;
            /** @enum {string} */
            mode: "pseudonymous" | "open";
            remarks: components["schemas"]["FigureRemarkView"][];
        };
        GroupComparisonView: {
            a: {
                label: components["schemas"]["Words"];
                mean: number | null;
                median: number | null;
                n: number | null;
            };
            b: {
                label: components["schemas"]["Words"];
                mean: number | null;
                median: number | null;
                n: number | null;
            };
            cautions: components["schemas"]["Words"][];
            cliffsDelta: number | null;
            hidden: components["schemas"]["HiddenReason"] | null;
            item: string;
            method: components["schemas"]["Words"] | null;
            p: number | null;
            sentence: components["schemas"]["Words"];
            u: number | null;
        };
        GroupMeetingView: {
            endsAt: string | null;
            id: string;
            location: string | null;
            mandatory: boolean;
            meetingLink: string | null;
            startsAt: string | null;
            state: components["schemas"]["MeetingState"];
            title: string;
            version: number;
        };
        GroupPreparationView: {
            figures: {
                item: string;
                measure: string;
                view: components["schemas"]["OwnFigureView"] | null;
            }[];
            group: string;
            groupId: string;
            mayPrepare: boolean;
            /** @enum {string} */
            mode: "pseudonymous" | "open" | "none";
            openMode: components["schemas"]["OpenModeView"] | null;
            question: string;
            story: string;
            version: number;
        };
        GroupSizeBody: {
            max?: number;
            min?: number;
        };
        GroupSummaryView: {
            id: string;
            leader: string | null;
            members: number;
            mine: boolean;
            name: string;
            number: number;
            round: string;
            roundId: string;
            startsAt: string | null;
            /** @enum {string} */
            state: "active" | "ended";
            theme: string;
        };
        GroupView: {
            id: string;
            kind: components["schemas"]["RoundKindSlug"];
            leader: {
                person: string | null;
                practice: string;
            } | null;
            meetings: components["schemas"]["GroupMeetingView"][];
            members: {
                contact: string | null;
                leads: boolean;
                name: string;
                practiceId: string;
                since: string;
                town: string | null;
                until: string | null;
            }[];
            name: string;
            number: number;
            region: string;
            round: string;
            roundId: string;
            scopeRule: components["schemas"]["Words"] | null;
            theme: {
                description: string | null;
                name: string;
            };
            version: number;
            why: components["schemas"]["Words"] | null;
        };
        HandoutBody: {
            confirmed?: boolean;
            contact?: components["schemas"]["HandoutContactBody"];
            introduction?: string;
            items?: components["schemas"]["HandoutItemBody"][];
            misses?: string;
            process?: string;
            tells?: string;
            tips?: string[];
            title?: string;
        };
        HandoutCheckBody: {
            confirmed?: boolean;
            note?: string;
        };
        HandoutCheckRequestBody: {
            /** Format: date */
            until?: string;
        };
        HandoutContactBody: {
            adviceConsult?: string;
            agreementUrl?: string;
            phone?: string;
            phoneHours?: string;
        };
        HandoutContent: {
            contact: {
                adviceConsult: string;
                agreementUrl: string;
                phone: string;
                phoneHours: string;
            };
            introduction: string;
            misses: string;
            process: string;
            sections: {
                items: {
                    answer: string;
                    followUpId: string | null;
                    hidden: boolean;
                    onTime: string;
                    practices: number;
                    question: string;
                    questionId: string | null;
                    timing: components["schemas"]["ReferralTiming"] | null;
                    tooEarly: string;
                    tooLate: string;
                }[];
                title: string;
            }[];
            tells: string;
            tips: string[];
            title: string;
        };
        HandoutItemBody: {
            answer?: string;
            hidden?: boolean;
            /** Format: uuid */
            id: string;
            onTime?: string;
            question?: string;
            /** @enum {string|null} */
            timing?: "too-early" | "on-time" | "too-late" | "other" | null;
            tooEarly?: string;
            tooLate?: string;
        };
        HandoutRecipientsView: {
            practices: {
                people: string[];
                practice: string;
            }[];
            told: number;
            without: string[];
        };
        /** @enum {string} */
        HandoutState: "draft" | "checking" | "checked" | "published";
        HandoutSummaryView: {
            department: string;
            excerpt: string | null;
            publishedAt: string;
            questions: number;
            sessionId: string;
            startsAt: string;
            title: string;
        };
        HandoutsView: {
            departments: string[];
            items: components["schemas"]["HandoutSummaryView"][];
            next: string | null;
            total: number;
            years: number[];
        };
        HandoutView: {
            checkedAt: string | null;
            checkNote: string | null;
            checkUntil: string | null;
            content: components["schemas"]["HandoutContent"];
            department: string;
            edition: number;
            files: {
                id: string;
                mediaType: string;
                name: string;
                size: number;
            }[];
            mayCheck: boolean;
            mayEdit: boolean;
            mayPublish: boolean;
            ownQuestionIds: string[];
            publishedAt: string | null;
            region: string;
            sessionId: string;
            startsAt: string;
            state: components["schemas"]["HandoutState"];
            unanswered: number;
            version: number;
        };
        HandOverDto: {
            all?: boolean;
            to?: components["schemas"]["NewPersonDto"];
            /** Format: uuid */
            toPersonId?: string;
        };
        HeldMeetingBody: {
            /** @enum {string} */
            circle: "district" | "fto" | "dto" | "other";
            confirmed?: boolean;
            /** @example 2027-02-09 */
            date: string;
            /** @example 21:00 */
            endTime: string;
            location?: string | null;
            mandatory?: boolean;
            /** Format: uuid */
            organiserPracticeId?: string;
            practiceIds?: string[];
            /** @example 19:30 */
            startTime: string;
            title: string;
        };
        /** @enum {string} */
        HiddenReason: "too-few-responses" | "too-few-practices" | "complement-too-small" | "unanimous" | "single-group" | "too-few-texts";
        /** @enum {string} */
        HolidayRegion: "noord" | "midden" | "zuid";
        HomeView: {
            changes: components["schemas"]["ChangeView"][];
            tasks: components["schemas"]["TaskView"][];
            upcoming: components["schemas"]["UpcomingView"][];
        };
        ImportRowView: {
            changes: {
                field: components["schemas"]["PracticeField"];
                from: string | number | null;
                to: string | number | null;
            }[];
            /** @enum {string|null} */
            decision: "yes" | "no" | null;
            key: string;
            problems: {
                field: components["schemas"]["PracticeField"] | null;
                message: components["schemas"]["Words"];
            }[];
            question: {
                /** @enum {string} */
                kind: "list-size-jump" | "same-practice" | "gone";
                practiceId: string | null;
                words: components["schemas"]["Words"];
            } | null;
            row: number | null;
            values: {
                agb?: string | number | null;
                consultant?: string | number | null;
                contact?: string | number | null;
                contactEmail?: string | number | null;
                district?: string | number | null;
                email?: string | number | null;
                holder?: string | number | null;
                listSize?: string | number | null;
                motivation?: string | number | null;
                name?: string | number | null;
                postcode?: string | number | null;
                startQuarter?: string | number | null;
                startWave?: string | number | null;
                street?: string | number | null;
                town?: string | number | null;
            };
            verdict: components["schemas"]["ImportVerdict"];
        };
        /** @enum {string} */
        ImportVerdict: "same" | "changed" | "new" | "decide" | "refused";
        ImportView: {
            appliedAt: string | null;
            counts: {
                changed: number;
                decide: number;
                new: number;
                refused: number;
                same: number;
            };
            fileName: string;
            format: {
                encoding: string;
                kind: string;
                separator: string | null;
                sheet: string | null;
            };
            headings: string[];
            id: string;
            mapping: {
                [key: string]: components["schemas"]["PracticeField"] | null;
            };
            mappingRemembered: boolean;
            samples: {
                [key: string]: string[];
            };
            /** @enum {string} */
            state: "mapping" | "preview" | "applied" | "cancelled";
            undecided: number;
            version: number;
        };
        ImproveBody: {
            /** @description budget of the search in seconds */
            seconds?: number;
        };
        InboxQuestionBody: {
            confirmed?: boolean;
            name?: string;
            text: string;
            token: string;
        };
        InboxTokenBody: {
            token: string;
        };
        InsightBody: {
            confirmed: boolean;
            text: string;
        };
        InsightChangeBody: {
            confirmed?: boolean;
            removed?: boolean;
            text?: string;
        };
        InsightView: {
            at: string;
            id: string;
            text: string;
            version: number;
        };
        /** @enum {string} */
        IntervalMethod: "none" | "exact-poisson" | "byar" | "byar-dobson" | "wilson";
        ItemAnswer: {
            value: number;
        } | {
            options: string[];
        } | {
            text: string;
        } | {
            /** @constant */
            notApplicable: true;
        };
        ItemCondition: {
            item: string;
            /** @constant */
            operator: "any-of";
            options: string[];
        } | {
            item: string;
            /** @enum {string} */
            operator: "at-least" | "at-most";
            value: number;
        };
        ItemResultView: {
            distribution: components["schemas"]["DistributionView"] | null;
            hidden: components["schemas"]["HiddenReason"] | null;
            high: {
                from: number;
                high: number;
                low: number;
                share: number;
            } | null;
            key: string;
            mean: {
                high: number;
                low: number;
                sd: number;
                value: number;
            } | null;
            median: number | null;
            medianCategory: components["schemas"]["Words"] | null;
            n: number | null;
            sentence: components["schemas"]["Words"];
            text: components["schemas"]["Words"];
            /** @enum {string} */
            type: "scale" | "choice" | "text";
        };
        JudgementBody: {
            /** @enum {string} */
            avoidable: "yes" | "no" | "perhaps";
            confirmed?: boolean;
            /** @enum {string|null} */
            ground?: "content" | "process" | "administrative" | null;
            otherApproach?: boolean;
            remark?: string;
        };
        KeptAcceptanceView: {
            at: string;
            group: string;
            version: number;
        };
        KeptActionView: {
            at: string;
            dueOn: string;
            meeting: string;
            state: components["schemas"]["ActionState"];
            text: string;
        };
        KeptAnswerView: {
            canLead: boolean | null;
            dates: {
                answer: components["schemas"]["DateAnswer"];
                date: string;
            }[];
            excluded: string[];
            leader: string | null;
            motivation: number | null;
            practice: string;
            ranked: string[];
            round: string;
            savedAt: string | null;
            stay: components["schemas"]["StayWish"] | null;
            submittedAt: string | null;
            /** @enum {string|null} */
            via: "link" | "account" | "phone" | null;
        };
        KeptConsentView: {
            answer: components["schemas"]["OutcomeAnswer"];
            at: string;
            meeting: string;
            text: string;
        };
        KeptDateAnswerView: {
            answer: components["schemas"]["DateAnswer"];
            at: string;
            date: string;
            meeting: string;
            startTime: string;
        };
        KeptImportView: {
            appliedAt: string;
            fileName: string;
            verdict: components["schemas"]["ImportVerdict"];
        };
        KeptQuestionView: {
            at: string;
            session: string;
            startsAt: string;
            text: string;
        };
        KeptReferralView: {
            judgement: {
                avoidable: components["schemas"]["ReferralAvoidable"];
                ground: components["schemas"]["ReferralGround"] | null;
                remark: string;
            } | null;
            kind: components["schemas"]["ReferralKind"];
            own: boolean;
            practice: string;
            reason: string;
            specialism: string;
            week: string;
        };
        KeptRegistrationView: {
            at: string;
            attendeeKind: components["schemas"]["AttendeeKind"];
            session: string;
            startsAt: string;
            state: components["schemas"]["RegistrationState"];
        };
        KeptRemarkView: {
            answer: string | null;
            answeredAt: string | null;
            at: string;
            item: {
                code: string;
                name: string;
            };
            /** @enum {string} */
            kind: "comment" | "dispute";
            measure: {
                code: string;
                title: components["schemas"]["Words"];
            };
            period: {
                from: string;
                toExclusive: string;
            };
            practice: string;
            /** @enum {string} */
            state: "open" | "answered" | "accepted" | "declined" | "withdrawn";
            text: string;
        };
        KeptSignatureView: {
            endsOn: string;
            group: string;
            measures: string[];
            period: {
                from: string;
                toExclusive: string;
            };
            practice: string;
            signedAt: string | null;
            withdrawnAt: string | null;
        };
        KeptWordsView: {
            at: string;
            meeting: string;
            text: string;
        };
        /** @enum {string} */
        Language: "nl" | "en";
        LaunchBody: {
            /** Format: date-time */
            opensAt: string;
        };
        LaunchPreviewView: {
            closesAt: string;
            levels: {
                level: components["schemas"]["AnonymityLevel"];
                possible: boolean;
                /** @enum {string|null} */
                reason: "too-few-people" | "too-few-practices" | null;
            }[];
            opensAt: string;
            recipients: {
                email: string;
                name: string;
                practice: string | null;
                practiceId: string | null;
                role: components["schemas"]["Role"];
            }[];
            reminders: string[];
            unreachable: {
                id: string;
                name: string;
            }[];
        };
        LeaderBody: {
            /** Format: email */
            email: string;
            name: string;
        };
        LedMethodStepView: {
            figures: boolean;
            hiddenFromOwner: boolean;
            id: string;
            instruction: components["schemas"]["Words"];
            minutes: number;
            name: components["schemas"]["Words"];
            named: boolean;
            ownerInstruction: components["schemas"]["Words"] | null;
            ownerOutside: boolean;
            role: components["schemas"]["MeetingRole"] | null;
            speaks: components["schemas"]["StepSpeaker"];
            tip: components["schemas"]["Words"];
            together: boolean;
            writes: components["schemas"]["StepWriting"];
        };
        LeftOutcomeView: {
            chain: components["schemas"]["OutcomeLinkView"][];
            id: string;
            kind: components["schemas"]["OutcomeKind"];
            offeredAt: string;
            provenance: components["schemas"]["OutcomeProvenanceView"];
            text: string;
        };
        LiveActionBody: {
            /** @enum {string} */
            do: "start" | "answered" | "park" | "skip" | "show" | "earlier" | "reopen" | "pause" | "resume" | "next-item" | "extend" | "let-steer" | "steer-alone" | "end";
            minutes?: number;
            partId?: string | null;
            questionId?: string | null;
            targetId?: string;
        };
        LiveAnswerBody: {
            confirmed: boolean;
            note?: string;
            onTime?: string;
            /** @enum {string|null} */
            timing?: "too-early" | "on-time" | "too-late" | "other" | null;
            tooEarly?: string;
            tooLate?: string;
        };
        LiveClockView: {
            aheadSeconds: number;
            currentId: string | null;
            endsAt: string;
            itemEndsAt: string | null;
            itemLeftMs: number | null;
            items: components["schemas"]["LiveItemView"][];
            now: string;
            /** @enum {string} */
            state: "waiting" | "running" | "paused" | "ended";
        };
        LiveItemView: {
            id: string;
            name: string;
            plannedSeconds: number;
            seconds: number;
            spentSeconds: number;
            /** @enum {string} */
            state: "open" | "current" | "done";
        };
        LivePersonView: {
            here: boolean;
            name: string;
            personId: string;
            practice: string | null;
            removed: boolean;
        };
        LivePresenceView: {
            practices: number;
            registered: number;
            specialists: number;
        };
        /** @enum {string} */
        LiveQuestionState: "open" | "current" | "answered" | "parked" | "skipped" | "in-handout";
        LiveQuestionView: {
            categoryId: string;
            id: string;
            position: number;
            practices: number;
            state: components["schemas"]["LiveQuestionState"];
            text: string;
        };
        MailContentView: {
            attachments: {
                content: string;
                contentType: string;
                fileName: string;
            }[];
            attempts: number;
            dueAt: string;
            failure: string | null;
            html: string;
            id: string;
            sentAt: string | null;
            state: components["schemas"]["MailState"];
            subject: string;
            template: string;
            text: string;
            to: {
                email: string;
                name: string;
            };
        };
        /** @enum {string} */
        MailState: "planned" | "queued" | "sent" | "failed" | "cancelled";
        MailTestDto: {
            code: string;
            /** Format: email */
            email: string;
            /** @enum {string} */
            language?: "nl" | "en";
        };
        MailView: {
            attempts: number;
            dueAt: string;
            failure: string | null;
            id: string;
            sentAt: string | null;
            state: components["schemas"]["MailState"];
            subject: string;
            template: string;
            to: {
                email: string;
                name: string;
            };
        };
        MandatoryMeetingView: {
            date: string | null;
            group: string;
            id: string;
            title: string;
        };
        MandatoryPracticeView: {
            extra: {
                /** @enum {string} */
                circle: "district" | "fto" | "dto" | "other";
                date: string | null;
                group: string;
                id: string;
                title: string;
            }[];
            meeting: components["schemas"]["MandatoryMeetingView"] | null;
            practice: string;
            practiceId: string;
            /** @enum {string|null} */
            reason: "absent" | "unrecorded" | "none" | null;
            state: components["schemas"]["MandatoryState"];
            town: string | null;
        };
        /** @enum {string} */
        MandatoryState: "met" | "coming" | "not-yet";
        MandatoryYearView: {
            practices: components["schemas"]["MandatoryPracticeView"][];
            whole: boolean;
            year: number;
        };
        MappingBody: {
            mapping: {
                [key: string]: "agb" | "name" | "street" | "postcode" | "town" | "district" | "listSize" | "holder" | "email" | "contact" | "contactEmail" | "startQuarter" | "startWave" | "consultant" | "motivation" | null;
            };
        };
        MeasureBody: {
            /** @description Code of the new measure: capitals, digits and dashes. */
            code: string;
            content?: {
                [key: string]: unknown;
            };
            from?: string;
        };
        MeasureContent: {
            caseMix: components["schemas"]["Words"];
            decimals: number;
            /** @enum {string} */
            denominator: "listed" | "count" | "count-and-consults";
            denominatorWords: components["schemas"]["Words"];
            direction: components["schemas"]["Words"];
            intervalMethod: components["schemas"]["IntervalMethod"];
            kind: components["schemas"]["ExtractKind"];
            limitations: components["schemas"]["Words"][];
            /** @enum {string} */
            numerator: "count" | "urgent" | "consults";
            numeratorWords: components["schemas"]["Words"];
            per: number;
            runRules: {
                shift: number;
                trend: number;
            };
            standardisation: components["schemas"]["Standardisation"];
            title: components["schemas"]["Words"];
            why: components["schemas"]["Words"];
        };
        MeasureDefinitionView: {
            archivedAt: string | null;
            code: string;
            current: {
                number: string;
                since: string | null;
            };
            /** @enum {string} */
            origin: "built-in" | "own";
            version: components["schemas"]["MeasureVersionView"];
            versions: {
                number: string;
                reviewedAt: string | null;
            }[];
        };
        MeasureDraftBody: {
            content: {
                [key: string]: unknown;
            };
        };
        MeasureVersionView: {
            author: string | null;
            content: components["schemas"]["MeasureContent"];
            id: string;
            number: string;
            overdue: boolean;
            reviewBy: string | null;
            reviewedAt: string | null;
            reviewer: string | null;
            /** @enum {string} */
            state: "draft" | "reviewed";
            version: number;
        };
        MeasureView: {
            archivedAt: string | null;
            code: string;
            current: components["schemas"]["MeasureVersionView"] | null;
            draft: components["schemas"]["MeasureVersionView"] | null;
            id: string;
            /** @enum {string} */
            origin: "built-in" | "own";
            version: number;
        };
        MeetingAccreditationBody: {
            activityId: string | null;
        };
        MeetingActionsView: {
            meetingId: string;
            nextMeetingOn: string | null;
            own: components["schemas"]["ActionItemView"][];
            owners: components["schemas"]["ActionOwnerView"][];
            ownPracticeIds: string[];
            previous: components["schemas"]["ActionItemView"][];
        };
        MeetingAttendanceBody: {
            people?: components["schemas"]["MeetingAttendeeBody"][];
            replacedBy?: string | null;
            /** @enum {string|null} */
            state: "present" | "absent" | "replaced" | null;
        };
        MeetingAttendanceStepView: {
            at: string;
            by: string | null;
            replacedBy: string | null;
            state: components["schemas"]["MeetingPresence"] | null;
        };
        MeetingAttendanceView: {
            accreditation: {
                activityId: string | null;
                version: number;
            } | null;
            begun: boolean;
            certificate: boolean;
            mayRecord: boolean;
            meetingId: string;
            minutes: number;
            practices: components["schemas"]["PracticeAttendanceView"][];
        };
        MeetingAttendeeBody: {
            minutes?: number | null;
            /** Format: uuid */
            personId: string;
        };
        MeetingAttendeeView: {
            hours: number;
            measured: boolean;
            minutes: number;
            name: string;
            personId: string;
        };
        MeetingBody: {
            /** @enum {string} */
            circle?: "district" | "fto" | "dto" | "other";
            confirmed?: boolean;
            /** @example 2027-03-16 */
            date?: string;
            /** @example 21:00 */
            endTime?: string;
            /** Format: uuid */
            groupId?: string;
            location?: string | null;
            mandatory?: boolean;
            meetingLink?: string | null;
            /** Format: uuid */
            organiserPracticeId?: string;
            practiceIds?: string[];
            /** @example 19:30 */
            startTime?: string;
            title?: string;
        };
        MeetingChangeBody: {
            confirmed?: boolean;
            /** @example 2027-03-16 */
            date?: string;
            /** @example 21:00 */
            endTime?: string;
            location?: string | null;
            mandatory?: boolean;
            meetingLink?: string | null;
            practiceIds?: string[];
            /** @example 19:30 */
            startTime?: string;
            title?: string;
        };
        MeetingChoicesView: {
            groups: components["schemas"]["MeetingGroupView"][];
            practices: components["schemas"]["MeetingPracticeView"][];
        };
        /** @enum {string} */
        MeetingCircle: "group" | "district" | "fto" | "dto" | "other";
        MeetingCirclesView: {
            circles: components["schemas"]["MeetingCircleView"][];
            others: components["schemas"]["MeetingPracticeView"][];
            practice: components["schemas"]["MeetingPracticeView"];
        };
        MeetingCircleView: {
            /** @enum {string} */
            circle: "district" | "fto" | "dto";
            name: string;
            practices: components["schemas"]["MeetingPracticeView"][];
        };
        MeetingGroupView: {
            id: string;
            name: string;
            nextAt: string | null;
            round: string;
            theme: string;
        };
        MeetingInputBody: {
            confirmed: boolean;
            done: boolean;
            /** @enum {string} */
            for: "practice" | "group";
            text: string;
            version?: number;
        };
        MeetingInputView: {
            done: boolean;
            fixed: boolean;
            practiceId: string | null;
            stepId: string;
            text: string;
            version: number;
        };
        MeetingLeaderLiveView: {
            /** @constant */
            audience: "leader";
            clock: components["schemas"]["LiveClockView"];
            endsAt: string;
            group: string;
            inputs: components["schemas"]["StepInputsView"][];
            location: string | null;
            meetingId: string;
            meetingLink: string | null;
            method: {
                id: string;
                name: components["schemas"]["Words"];
            };
            own: components["schemas"]["MeetingInputView"][];
            people: components["schemas"]["LivePersonView"][];
            practice: {
                id: string;
                name: string;
            } | null;
            presence: components["schemas"]["MeetingPresenceView"][];
            roles: components["schemas"]["MeetingRoleView"][];
            room: string;
            startsAt: string;
            steps: components["schemas"]["LedMethodStepView"][];
            title: string;
            version: number;
        };
        MeetingLiveActionBody: {
            /** @enum {string} */
            do: "start" | "next" | "back" | "go" | "pause" | "resume" | "extend" | "later" | "end";
            minutes?: number;
            stepId: string | null;
            targetId?: string;
        };
        MeetingLiveSetupView: {
            ended: boolean;
            endsAt: string;
            group: string;
            leads: boolean;
            mayOpen: boolean;
            meetingId: string;
            methods: components["schemas"]["MethodAdviceView"][];
            minutesAvailable: number;
            open: boolean;
            opensAt: string;
            practices: {
                practice: string;
                practiceId: string;
            }[];
            roles: components["schemas"]["MeetingRoleView"][];
            startsAt: string;
            title: string;
        };
        MeetingNoteBody: {
            confirmed: boolean;
            text: string;
            version: number;
        };
        MeetingNotesView: {
            insights: components["schemas"]["InsightView"][];
            meetingId: string;
            note: components["schemas"]["NoteView"];
        };
        MeetingOpenBody: {
            methodId: string;
            minutes?: number;
            roles?: components["schemas"]["MeetingRoleBody"][];
        };
        MeetingOutcomesView: {
            mayAsk: boolean;
            meetingId: string;
            outcomes: components["schemas"]["OutcomeView"][];
            practices: string[];
        };
        MeetingPackView: {
            actions: components["schemas"]["ActionItemView"][];
            advice: components["schemas"]["MethodAdviceView"][];
            agreement: components["schemas"]["GroupAgreementView"] | null;
            casePracticeId: string | null;
            endsAt: string | null;
            figures: components["schemas"]["GroupPreparationView"] | null;
            group: string;
            groupId: string | null;
            location: string | null;
            meetingId: string;
            meetingLink: string | null;
            members: components["schemas"]["PackMemberView"][];
            metBefore: number;
            methods: components["schemas"]["MethodView"][];
            note: components["schemas"]["PackNoteView"];
            region: string;
            scopeRule: components["schemas"]["Words"] | null;
            startsAt: string | null;
            state: components["schemas"]["MeetingState"];
            theme: {
                description: string | null;
                name: string;
            } | null;
            title: string;
        };
        MeetingParticipantLiveView: {
            /** @constant */
            audience: "participant";
            clock: components["schemas"]["LiveClockView"];
            endsAt: string;
            group: string;
            inputs: components["schemas"]["StepInputsView"][];
            location: string | null;
            meetingId: string;
            meetingLink: string | null;
            method: {
                id: string;
                name: components["schemas"]["Words"];
            };
            own: components["schemas"]["MeetingInputView"][];
            practice: {
                id: string;
                name: string;
            };
            presence: components["schemas"]["MeetingPresenceView"][];
            roles: components["schemas"]["MeetingRoleView"][];
            room: string;
            startsAt: string;
            steps: components["schemas"]["MethodStepView"][];
            title: string;
            version: number;
        };
        MeetingPollView: {
            mayAsk: boolean;
            poll: components["schemas"]["DatePollView"] | null;
        };
        MeetingPracticeView: {
            id: string;
            name: string;
            town: string | null;
        };
        /** @enum {string} */
        MeetingPresence: "present" | "absent" | "replaced";
        MeetingPresenceView: {
            here: boolean;
            practice: string;
            practiceId: string;
        };
        /** @enum {string} */
        MeetingRole: "leader" | "case" | "notes" | "time" | "observer";
        MeetingRoleBody: {
            /** Format: uuid */
            practiceId: string | null;
            /** @enum {string} */
            role: "leader" | "case" | "notes" | "time" | "observer";
        };
        MeetingRolesBody: {
            roles: components["schemas"]["MeetingRoleBody"][];
        };
        MeetingRoleView: {
            practice: string | null;
            practiceId: string | null;
            role: components["schemas"]["MeetingRole"];
        };
        /** @enum {string} */
        MeetingState: "polling" | "planned" | "closed" | "cancelled";
        MeetingSummaryView: {
            circle: components["schemas"]["MeetingCircle"];
            endsAt: string | null;
            group: string;
            groupId: string | null;
            id: string;
            mandatory: boolean;
            mine: boolean;
            practices: number;
            startsAt: string | null;
            state: components["schemas"]["MeetingState"];
            theme: string | null;
            title: string;
        };
        MeetingView: {
            circle: components["schemas"]["MeetingCircle"];
            closedAt: string | null;
            date: string | null;
            endsAt: string | null;
            endTime: string | null;
            group: string;
            groupId: string | null;
            id: string;
            leader: {
                person: string | null;
                personId: string | null;
                practice: string | null;
            } | null;
            location: string | null;
            mandatory: boolean;
            may: {
                lead: boolean;
                manage: boolean;
                takePart: boolean;
            };
            meetingLink: string | null;
            members: {
                name: string;
                practiceId: string;
                town: string | null;
            }[];
            mine: boolean;
            next: {
                id: string;
                startsAt: string | null;
                state: components["schemas"]["MeetingState"];
            } | null;
            organiserPracticeId: string | null;
            ownPracticeIds: string[];
            practices: number;
            region: string;
            scopeRule: components["schemas"]["Words"] | null;
            startsAt: string | null;
            startTime: string | null;
            state: components["schemas"]["MeetingState"];
            theme: string | null;
            title: string;
            version: number;
        };
        MergeBody: {
            /** Format: uuid */
            intoId: string;
        };
        MethodAdviceView: {
            /** @enum {string} */
            advice: "good" | "possible" | "not-now";
            allowed: boolean;
            methodId: string;
            minutes: number;
            name: components["schemas"]["Words"];
            /** @enum {string} */
            origin: "built-in" | "own";
            reasons: components["schemas"]["MethodReason"][];
            steps: number;
            when: components["schemas"]["Words"];
        };
        MethodArchiveBody: {
            archived: boolean;
        };
        MethodBody: {
            confirmed: boolean;
            fit: components["schemas"]["MethodFitBody"];
            name: components["schemas"]["MethodNameBody"];
            steps: components["schemas"]["MethodStepBody"][];
            when: components["schemas"]["MethodTextBody"];
        };
        MethodCopyBody: {
            from: string;
            name: components["schemas"]["MethodNameBody"];
        };
        MethodFit: {
            metBefore: number;
            practices: {
                max: number;
                min: number;
            };
        };
        MethodFitBody: {
            metBefore: number;
            practices: components["schemas"]["PracticesRangeBody"];
        };
        MethodNameBody: {
            en: string;
            nl: string;
        };
        MethodReason: {
            /** @constant */
            code: "knows-each-other";
            met: number;
            needed: number;
        } | {
            /** @constant */
            code: "size";
            max: number;
            min: number;
            practices: number;
        } | {
            available: number;
            /** @constant */
            code: "too-long";
            minutes: number;
        } | {
            /** @constant */
            code: "done-before";
            times: number;
        } | {
            /** @constant */
            code: "fits";
        };
        MethodStepBody: {
            figures: boolean;
            hiddenFromOwner: boolean;
            /** @example vragen */
            id: string;
            instruction: components["schemas"]["MethodTextBody"];
            minutes: number;
            name: components["schemas"]["MethodNameBody"];
            named: boolean;
            ownerInstruction: components["schemas"]["MethodTextBody"] | null;
            ownerOutside: boolean;
            /** @enum {string|null} */
            role: "leader" | "case" | "notes" | "time" | "observer" | null;
            /** @enum {string} */
            speaks: "everybody" | "owner" | "others" | "leader" | "nobody";
            tip: components["schemas"]["MethodTextBody"];
            together: boolean;
            /** @enum {string} */
            writes: "nothing" | "practices" | "others" | "notes";
        };
        MethodStepView: {
            figures: boolean;
            hiddenFromOwner: boolean;
            id: string;
            instruction: components["schemas"]["Words"];
            minutes: number;
            name: components["schemas"]["Words"];
            named: boolean;
            ownerInstruction: components["schemas"]["Words"] | null;
            ownerOutside: boolean;
            role: components["schemas"]["MeetingRole"] | null;
            speaks: components["schemas"]["StepSpeaker"];
            together: boolean;
            writes: components["schemas"]["StepWriting"];
        };
        MethodTextBody: {
            en: string;
            nl: string;
        };
        MethodView: {
            archived: boolean;
            copiedFrom: string | null;
            fit: components["schemas"]["MethodFit"];
            id: string;
            minutes: number;
            name: components["schemas"]["Words"];
            /** @enum {string} */
            origin: "built-in" | "own";
            steps: components["schemas"]["LedMethodStepView"][];
            version: number;
            when: components["schemas"]["Words"];
        };
        MeView: {
            demo: boolean;
            permissions: components["schemas"]["Permission"][];
            person: {
                email: string;
                id: string;
                language: components["schemas"]["Language"];
                name: string;
            };
            region: components["schemas"]["RegionView"];
            regions: {
                id: string;
                name: string;
                slug: string;
            }[];
            roles: components["schemas"]["RoleView"][];
            task: {
                href: string;
                kind: components["schemas"]["TaskKind"];
            } | null;
        };
        MinutesBody: {
            minutes: number;
        };
        ModeratedFollowUpView: {
            askedAt: string;
            endorsements: number;
            id: string;
            named: boolean;
            note: string;
            practice: string;
            questionId: string | null;
            state: components["schemas"]["FollowUpState"];
            text: string;
        };
        ModerationTextView: {
            findings: components["schemas"]["TextFindingView"] | null;
            id: string;
            item: string;
            original: string;
            question: components["schemas"]["Words"];
            shown: string | null;
            /** @enum {string} */
            state: "new" | "shown" | "withheld";
            version: number;
        };
        ModeratorLiveView: {
            answers: {
                [key: string]: components["schemas"]["QuestionAnswerView"];
            };
            /** @constant */
            audience: "moderator";
            clock: components["schemas"]["LiveClockView"];
            department: string;
            endsAt: string;
            followUps: components["schemas"]["ModeratedFollowUpView"][];
            meetingLink: string | null;
            mergedFrom: {
                [key: string]: number;
            };
            moderated: boolean;
            people: components["schemas"]["LivePersonView"][];
            presence: components["schemas"]["LivePresenceView"];
            questionId: string | null;
            questions: components["schemas"]["LiveQuestionView"][];
            sessionId: string;
            specialistSteers: boolean;
            startsAt: string;
            title: string;
            version: number;
        };
        MomentBody: {
            /** @enum {string} */
            form: "selected" | "daily" | "weekly";
            fromWeek?: string | null;
            remind: boolean;
            time: string;
            weekday: number | null;
        };
        NewPersonDto: {
            /** Format: email */
            email: string;
            name: string;
        };
        NewReferralBody: {
            /** Format: uuid */
            gpId: string;
            /** @enum {string} */
            kind: "referral" | "diagnostics" | "not-made" | "advice";
            reason: string;
            specialism: string;
            timeOut?: boolean;
            week?: string | null;
        };
        NewReferralsBody: {
            confirmed?: boolean;
            mapping?: {
                [key: string]: "gp" | "kind" | "specialism" | "reason" | "date" | null;
            };
            referrals: components["schemas"]["NewReferralBody"][];
            /** @enum {string} */
            source: "list" | "note";
        };
        NoteView: {
            savedAt: string | null;
            text: string;
            version: number;
        };
        OpenModePeriodBody: {
            from: string;
            toExclusive: string;
        };
        OpenModeScope: {
            endsOn: string;
            exportAllowed: boolean;
            /** @enum {string} */
            granularity: "year" | "quarter";
            groupId: string;
            measures: string[];
            members: string[];
            period: {
                from: string;
                toExclusive: string;
            };
            viewers: ("practice-holder" | "practice-contact" | "practice-employee")[];
        };
        OpenModeScopeBody: {
            endsOn: string;
            exportAllowed: boolean;
            /** @enum {string} */
            granularity: "year" | "quarter";
            /** @description Codes of reviewed measures. */
            measures: string[];
            period: components["schemas"]["OpenModePeriodBody"];
            viewers: ("practice-holder" | "practice-contact" | "practice-employee")[];
        };
        OpenModeView: {
            endedBecause: components["schemas"]["Words"] | null;
            group: string;
            groupId: string;
            id: string;
            maySign: string[];
            mayWithdraw: string[];
            scope: components["schemas"]["OpenModeScope"];
            scopeHash: string;
            signatures: {
                practice: string;
                practiceId: string;
                signedAt: string | null;
            }[];
            /** @enum {string} */
            state: "proposed" | "active" | "ended";
            version: number;
        };
        OpenVoteBody: {
            /** Format: date */
            voteUntil?: string;
        };
        /** @enum {string} */
        OutcomeAnswer: "yes" | "named" | "no";
        OutcomeAnswerBody: {
            /** @enum {string|null} */
            answer: "yes" | "named" | "no" | null;
            version: number;
        };
        OutcomeBody: {
            confirmed: boolean;
            /** Format: uuid */
            insightId?: string | null;
            /** @enum {string} */
            kind: "tip" | "agreement" | "signal";
            text: string;
        };
        OutcomeChangeBody: {
            confirmed?: boolean;
            /** @enum {string} */
            kind?: "tip" | "agreement" | "signal";
            text?: string;
        };
        /** @enum {string} */
        OutcomeKind: "tip" | "agreement" | "signal";
        OutcomeLinkView: {
            at: string;
            stage: "insight" | "asked" | "offered" | "kept" | "withdrawn" | components["schemas"]["OutcomeStage"];
            words: string | null;
        };
        OutcomeProvenanceView: {
            group: string | null;
            heldOn: string;
            meeting: string;
            meetingId: string;
            named: string[];
            practices: number;
        };
        /** @enum {string} */
        OutcomeStage: "taken-up" | "decided" | "in-use" | "effect" | "declined";
        /** @enum {string} */
        OutcomeState: "asking" | "offered" | "kept" | "withdrawn";
        OutcomeView: {
            answerUntil: string;
            blocked: boolean;
            chain: components["schemas"]["OutcomeLinkView"][];
            id: string;
            insightId: string | null;
            kind: components["schemas"]["OutcomeKind"];
            named: string[];
            own: {
                answer: components["schemas"]["OutcomeAnswer"] | null;
                practice: string;
                practiceId: string;
            }[];
            practices: number;
            state: components["schemas"]["OutcomeState"];
            text: string;
            version: number;
            yes: number;
        };
        OwnDataView: {
            agreed: {
                actions: {
                    at: string;
                    dueOn: string;
                    meeting: string;
                    mine: boolean;
                    practice: string;
                    state: components["schemas"]["ActionState"];
                    text: string;
                }[];
                consents: {
                    answer: components["schemas"]["OutcomeAnswer"];
                    at: string;
                    meeting: string;
                    practice: string;
                    text: string;
                }[];
                insights: components["schemas"]["KeptWordsView"][];
                notes: components["schemas"]["KeptWordsView"][];
            };
            agreementsAccepted: {
                at: string;
                group: string;
                practice: string;
                version: number;
            }[];
            agreementsWritten: {
                at: string;
                group: string;
                points: string[];
                version: number;
            }[];
            answers: components["schemas"]["KeptAnswerView"][];
            attendance: {
                named: {
                    at: string;
                    meeting: string;
                    minutes: number | null;
                    practice: string;
                }[];
                noted: {
                    at: string;
                    meeting: string;
                    practice: string;
                    state: components["schemas"]["MeetingPresence"] | null;
                }[];
                stays: {
                    joinedAt: string;
                    leftAt: string | null;
                    meeting: string;
                }[];
            };
            datePolls: {
                answer: components["schemas"]["DateAnswer"];
                at: string;
                date: string;
                meeting: string;
                practice: string;
                startTime: string;
            }[];
            dialogue: {
                prepared: {
                    session: string;
                    startsAt: string;
                }[];
                questions: {
                    at: string;
                    practice: string | null;
                    session: string;
                    startsAt: string;
                    text: string;
                }[];
                registrations: {
                    at: string;
                    attendeeKind: components["schemas"]["AttendeeKind"];
                    practice: string;
                    session: string;
                    startsAt: string;
                    state: components["schemas"]["RegistrationState"];
                }[];
                stays: {
                    joinedAt: string;
                    leftAt: string | null;
                    session: string;
                    startsAt: string;
                }[];
            };
            groups: {
                name: string;
                round: string;
                startsAt: string;
                theme: string;
            }[];
            log: {
                at: string;
                event: string;
            }[];
            madeAt: string;
            mails: {
                at: string;
                state: components["schemas"]["MailState"];
                subject: string;
            }[];
            meetingTexts: components["schemas"]["KeptWordsView"][];
            person: {
                email: string;
                id: string;
                language: string;
                name: string;
                since: string;
            };
            pollNotes: {
                at: string;
                meeting: string;
                practice: string;
                text: string;
            }[];
            preparationNotes: components["schemas"]["KeptWordsView"][];
            referrals: {
                minutes: {
                    day: string;
                    minutes: number;
                    practice: string;
                }[];
                reviewed: components["schemas"]["KeptReferralView"][];
            };
            region: string;
            remarks: {
                answer: string | null;
                answeredAt: string | null;
                at: string;
                item: {
                    code: string;
                    name: string;
                };
                /** @enum {string} */
                kind: "comment" | "dispute";
                measure: {
                    code: string;
                    title: components["schemas"]["Words"];
                };
                /** @enum {string} */
                part: "wrote" | "answered";
                period: {
                    from: string;
                    toExclusive: string;
                };
                practice: string;
                /** @enum {string} */
                state: "open" | "answered" | "accepted" | "declined" | "withdrawn";
                text: string;
            }[];
            roles: components["schemas"]["RoleView"][];
            sessions: {
                createdAt: string;
                device: string;
                expiresAt: string;
                /** @enum {string} */
                kind: "full" | "task";
                lastSeenAt: string;
                revokedAt: string | null;
            }[];
            signatures: components["schemas"]["KeptSignatureView"][];
            signIns: {
                askedAt: string;
                usedAt: string | null;
            }[];
            stories: {
                changedAt: string;
                group: string;
                question: string;
                story: string;
            }[];
            taskLinks: {
                createdAt: string;
                expiresAt: string;
                kind: string;
                revokedAt: string | null;
            }[];
        };
        OwnFigureView: {
            breakdown: {
                own: components["schemas"]["Estimate"] | null;
                region: number | null;
                stratum: components["schemas"]["Words"];
            }[];
            card: components["schemas"]["CardView"];
            caseMix: components["schemas"]["Words"];
            detail: components["schemas"]["Words"];
            group: components["schemas"]["GroupComparisonFigure"] | null;
            item: {
                code: string;
                name: string;
            };
            measure: {
                code: string;
                content: components["schemas"]["MeasureContent"];
                overdue: boolean;
                version: string;
            };
            noGroup: components["schemas"]["Words"] | null;
            own: {
                denominator: number;
                expected: number | null;
                high: number | null;
                low: number | null;
                numerator: number;
                value: number;
            };
            period: {
                from: string;
                toExclusive: string;
            };
            region: {
                card: components["schemas"]["CardView"];
                figureId: string;
                value: number;
            } | null;
            remarks: components["schemas"]["FigureRemarkView"][];
            sentence: components["schemas"]["Words"];
            trend: components["schemas"]["FigureTrendView"];
        };
        OwnFollowUpView: {
            askedAt: string;
            id: string;
            named: boolean;
            state: components["schemas"]["FollowUpState"];
            text: string;
        };
        OwnLiveView: {
            joinedIds: string[];
            ownFollowUps: components["schemas"]["OwnFollowUpView"][];
            version: number;
        };
        OwnPartBody: {
            confirmed?: boolean;
            misses?: string;
            offersAgreement?: boolean;
            offersTips?: boolean;
            process?: string;
            tells?: string;
        };
        OwnPartView: {
            misses: string;
            offersAgreement: boolean;
            offersTips: boolean;
            process: string;
            tells: string;
            version: number;
        };
        OwnQuestionView: {
            answer: components["schemas"]["QuestionAnswerView"] | null;
            askedAt: string;
            authorName: string | null;
            category: string | null;
            changeable: boolean;
            fate: components["schemas"]["QuestionFate"];
            id: string;
            late: boolean;
            practices: number;
            shownText: string | null;
            text: string;
            version: number;
        };
        PackCaseBody: {
            /** Format: uuid */
            practiceId: string | null;
        };
        /** @enum {string} */
        PackCheck: "case" | "method" | "room" | "figures" | "agreement";
        PackMemberView: {
            accepted: boolean | null;
            contact: string | null;
            practice: string;
            practiceId: string;
            since: string | null;
            town: string | null;
        };
        PackNoteBody: {
            confirmed: boolean;
            text: string;
            ticked: ("case" | "method" | "room" | "figures" | "agreement")[];
            version: number;
        };
        PackNoteView: {
            savedAt: string | null;
            text: string;
            ticked: components["schemas"]["PackCheck"][];
            version: number;
        };
        ParticipantBody: {
            takingPart?: boolean;
            withoutAnswer?: boolean;
        };
        ParticipantLiveView: {
            /** @constant */
            audience: "participant";
            clock: components["schemas"]["LiveClockView"];
            department: string;
            endsAt: string;
            evaluationAt: string | null;
            followUps: components["schemas"]["FollowUpView"][];
            joinedIds: string[];
            meetingLink: string | null;
            moderated: boolean;
            ownFollowUps: components["schemas"]["OwnFollowUpView"][];
            ownQuestionIds: string[];
            practice: {
                id: string;
                name: string;
            };
            presence: components["schemas"]["LivePresenceView"];
            questionId: string | null;
            questions: components["schemas"]["LiveQuestionView"][];
            sessionId: string;
            startsAt: string;
            title: string;
            version: number;
        };
        ParticipantsBody: {
            practiceIds: string[];
        };
        ParticipantView: {
            canLead: boolean | null;
            datesAnswered: number;
            district: string | null;
            invited: boolean;
            lastReminderAt: string | null;
            motivation: number | null;
            name: string;
            practiceId: string;
            ranked: string[];
            reminders: number;
            /** @enum {string} */
            state: "unanswered" | "started" | "submitted" | "without-answer" | "not-taking-part";
            submittedAt: string | null;
            unreachable: boolean;
            /** @enum {string|null} */
            via: "link" | "account" | "phone" | null;
        };
        PassOnView: {
            dates: components["schemas"]["DialogueDateView"][];
            departments: {
                contact: string | null;
                id: string;
                name: string;
                wantedBy: number;
            }[];
            passedOnAt: string | null;
            preferUntil: string | null;
            region: string;
            year: number;
            yearId: string;
        };
        /** @enum {string} */
        Permission: "public" | "signed-in" | "task" | "region.manage" | "people.manage" | "practices.read" | "practices.manage" | "rounds.read" | "rounds.manage" | "rounds.answer" | "groups.read" | "meetings.read" | "meetings.manage" | "referrals.review" | "surveys.read" | "surveys.manage" | "figures.read" | "figures.load" | "figures.manage" | "dialogue.read" | "dialogue.manage" | "mail.read" | "audit.read";
        PersonBody: {
            email: string;
            name: string;
        };
        PersonView: {
            archived: boolean;
            email: string;
            id: string;
            language: components["schemas"]["Language"];
            name: string;
            roles: components["schemas"]["RoleView"][];
        };
        PinsBody: {
            /** @description groups that stay as they are */
            groups: string[];
            /** @description leaders that keep their group */
            leaders: components["schemas"]["SeatBody"][];
            /** @description practices that stay in the group they are in */
            practices: components["schemas"]["SeatBody"][];
        };
        PlaceBody: {
            /** Format: uuid */
            dateId: string;
            /** Format: uuid */
            yearDepartmentId: string;
        };
        PollDaysView: {
            days: components["schemas"]["PollDayView"][];
            holidaysKnownUntil: string;
        };
        PollDayView: {
            date: string;
            flags: {
                /** @enum {string} */
                kind: "public-holiday" | "school-holiday" | "weekend";
                name: components["schemas"]["Words"];
            }[];
        };
        PollOptionBody: {
            /** @example 2027-02-09 */
            date: string;
            /** @example 21:00 */
            endTime: string;
            /** @example 19:30 */
            startTime: string;
        };
        PracticeAttendanceView: {
            history: components["schemas"]["MeetingAttendanceStepView"][];
            people: components["schemas"]["MeetingAttendeeView"][];
            practice: string;
            practiceId: string;
            replacedBy: string | null;
            said: boolean;
            staff: {
                name: string;
                personId: string;
            }[];
            state: components["schemas"]["MeetingPresence"] | null;
            version: number;
        };
        PracticeDataView: {
            agreed: {
                actions: {
                    at: string;
                    dueOn: string;
                    meeting: string;
                    owner: string | null;
                    state: components["schemas"]["ActionState"];
                    text: string;
                }[];
                consents: {
                    answer: components["schemas"]["OutcomeAnswer"];
                    at: string;
                    by: string | null;
                    meeting: string;
                    text: string;
                }[];
            };
            agreementsAccepted: {
                at: string;
                by: string | null;
                group: string;
                version: number;
            }[];
            answers: components["schemas"]["KeptAnswerView"][];
            attendance: {
                at: string;
                by: string | null;
                meeting: string;
                replacedBy: string | null;
                state: components["schemas"]["MeetingPresence"] | null;
            }[];
            datePolls: {
                answer: components["schemas"]["DateAnswer"];
                at: string;
                by: string | null;
                date: string;
                meeting: string;
                startTime: string;
            }[];
            dialogue: {
                questions: {
                    at: string;
                    by: string | null;
                    session: string;
                    startsAt: string;
                    text: string;
                }[];
                registrations: {
                    at: string;
                    attendeeKind: components["schemas"]["AttendeeKind"];
                    excuse: string | null;
                    person: string;
                    session: string;
                    startsAt: string;
                    state: components["schemas"]["RegistrationState"];
                }[];
                votes: {
                    at: string;
                    by: string | null;
                    departments: string[];
                    year: number;
                }[];
            };
            imports: components["schemas"]["KeptImportView"][];
            madeAt: string;
            pollNotes: {
                at: string;
                by: string | null;
                meeting: string;
                text: string;
            }[];
            practice: components["schemas"]["PracticeDetailView"];
            region: string;
            remarks: {
                answer: string | null;
                answeredAt: string | null;
                at: string;
                by: string | null;
                item: {
                    code: string;
                    name: string;
                };
                /** @enum {string} */
                kind: "comment" | "dispute";
                measure: {
                    code: string;
                    title: components["schemas"]["Words"];
                };
                period: {
                    from: string;
                    toExclusive: string;
                };
                practice: string;
                /** @enum {string} */
                state: "open" | "answered" | "accepted" | "declined" | "withdrawn";
                text: string;
            }[];
            signatures: {
                endsOn: string;
                group: string;
                measures: string[];
                period: {
                    from: string;
                    toExclusive: string;
                };
                practice: string;
                signedAt: string | null;
                signedBy: string | null;
                withdrawnAt: string | null;
                withdrawnBy: string | null;
            }[];
        };
        PracticeDetailView: {
            agb: string;
            archivedAt: string | null;
            consultant: string | null;
            contact: {
                email: string;
                name: string;
            } | null;
            district: string | null;
            dtoGroup: string | null;
            formerStaff: components["schemas"]["StaffView"][];
            ftoGroup: string | null;
            groups: {
                id: string;
                name: string;
                round: string;
                since: string;
                theme: string;
                until: string | null;
            }[];
            holder: {
                email: string;
                name: string;
            } | null;
            id: string;
            listSize: number | null;
            mergedInto: string | null;
            motivation: number | null;
            name: string;
            postcode: string | null;
            solo: boolean;
            staff: components["schemas"]["StaffView"][];
            startQuarter: string | null;
            startWave: string | null;
            street: string | null;
            town: string | null;
            version: number;
        };
        /** @enum {string} */
        PracticeField: "agb" | "name" | "street" | "postcode" | "town" | "district" | "listSize" | "holder" | "email" | "contact" | "contactEmail" | "startQuarter" | "startWave" | "consultant" | "motivation";
        PracticeQuestionsView: {
            inbox: {
                active: boolean;
                path: string | null;
            };
            others: {
                category: string | null;
                endorsed: boolean;
                /** @enum {string|null} */
                fate: "answered-live" | "in-handout" | "parked" | "sent-back" | "cancelled" | null;
                id: string;
                practices: number;
                text: string;
            }[];
            own: components["schemas"]["OwnQuestionView"][];
            practiceId: string;
            sessionId: string;
        };
        PracticeSessionView: {
            certificate: boolean;
            mayAddPeople: boolean;
            people: {
                id: string;
                jobTitle: string | null;
                lastTime: boolean;
                name: string;
            }[];
            practice: {
                id: string;
                name: string;
            };
            registration: components["schemas"]["RegistrationView"] | null;
            session: {
                department: string;
                endsAt: string;
                handoutPublished: boolean;
                id: string;
                introduction: string | null;
                liveOpen: boolean;
                meetingLink: string | null;
                places: number | null;
                placesLeft: number | null;
                questionsUntil: string | null;
                shared: boolean;
                startsAt: string;
                state: components["schemas"]["DialogueSessionState"];
                title: string;
            };
        };
        PracticesRangeBody: {
            max: number;
            min: number;
        };
        PracticeView: {
            agb: string;
            archivedAt: string | null;
            consultant: string | null;
            contact: {
                email: string;
                name: string;
            } | null;
            district: string | null;
            dtoGroup: string | null;
            ftoGroup: string | null;
            holder: {
                email: string;
                name: string;
            } | null;
            id: string;
            listSize: number | null;
            mergedInto: string | null;
            motivation: number | null;
            name: string;
            postcode: string | null;
            solo: boolean;
            startQuarter: string | null;
            startWave: string | null;
            street: string | null;
            town: string | null;
            version: number;
        };
        PreparationBody: {
            confirmed?: boolean;
            figures: components["schemas"]["PreparedFigureBody"][];
            question: string;
            story: string;
        };
        PreparedFigureBody: {
            item: string;
            measure: string;
        };
        PrivacyTestAudienceView: {
            /** @enum {string} */
            audience: "group" | "region" | "staff";
            group: {
                id: string;
                name: string;
            } | null;
            hidden: number;
            /** @enum {string} */
            outcome: "waiting" | "looking" | "safe" | "coarsened" | "refused" | "unfinished" | "unseen";
            reason: components["schemas"]["Words"] | null;
            shown: number;
        };
        PrivacyTestView: {
            askedAt: string | null;
            askedBy: string | null;
            audiences: components["schemas"]["PrivacyTestAudienceView"][];
            endedAt: string | null;
            fraction: number;
            reason: components["schemas"]["Words"] | null;
            /** @enum {string} */
            state: "none" | "waiting" | "running" | "done" | "stopped" | "failed";
            version: number;
        };
        /** @enum {string} */
        ProblemCode: "auth.required" | "auth.forbidden" | "auth.origin" | "auth.link-invalid" | "auth.code-needed" | "auth.code-wrong" | "auth.task-only" | "auth.confirm-first" | "not-found" | "validation.failed" | "conflict.stale" | "conflict.duplicate" | "rate.limited" | "upload.too-large" | "upload.unreadable" | "upload.empty" | "setup.code-wrong" | "setup.done" | "setup.mail-failed" | "region.last-coordinator" | "role.scope-missing" | "role.already-held" | "person.still-active" | "practice.agb-taken" | "practice.merge-itself" | "practice.archived" | "import.not-mapped" | "import.undecided" | "import.applied" | "import.stale" | "round.not-open" | "round.not-draft" | "round.not-closed" | "round.published" | "round.no-themes" | "round.no-dates" | "round.no-participants" | "round.window-invalid" | "round.weights-invalid" | "round.size-invalid" | "round.not-participant" | "answer.closed" | "answer.theme-unknown" | "answer.date-unknown" | "answer.leader-unknown" | "forming.busy" | "forming.none" | "proposal.hard-rule" | "proposal.stale" | "proposal.incomplete" | "proposal.nothing-to-undo" | "group.size-out-of-range" | "questionnaire.not-reviewed" | "questionnaire.invalid" | "questionnaire.own-review" | "questionnaire.in-use" | "questionnaire.built-in" | "questionnaire.archived" | "campaign.not-draft" | "campaign.launched" | "campaign.not-running" | "campaign.not-closed" | "campaign.nobody" | "campaign.level-untrue" | "campaign.times-invalid" | "campaign.keys-missing" | "step.done" | "step.needed" | "evaluation.closed" | "evaluation.answer-invalid" | "text.identifiers" | "analysis.impossible" | "mail.not-failed" | "service.unavailable" | "internal" | "extract.field-missing" | "extract.free-text" | "extract.nothing-read" | "extract.busy" | "data-set.not-checked" | "data-set.own-approval" | "data-set.not-approved" | "data-set.not-newest" | "source.name-taken" | "source.in-use" | "measure.invalid" | "measure.built-in" | "measure.own-review" | "measure.not-reviewed" | "figures.none" | "figures.too-few" | "figures.in-a-group" | "figures.busy" | "release.refused" | "release.not-released" | "open-mode.not-member" | "open-mode.scope-changed" | "open-mode.ended" | "open-mode.ends-too-late" | "open-mode.export-not-agreed" | "remark.patient-data" | "remark.closed" | "department.name-taken" | "department.in-use" | "agenda.year-taken" | "agenda.not-draft" | "agenda.not-voting" | "agenda.not-asking" | "agenda.confirmed" | "agenda.no-dates" | "agenda.no-departments" | "agenda.times-invalid" | "agenda.assignment-invalid" | "vote.closed" | "vote.invalid" | "session.ended" | "session.cancelled" | "session.times-invalid" | "session.times-skipped" | "session.no-specialist" | "session.shared" | "session-step.done" | "session-step.needed" | "session-step.order" | "registration.full" | "registration.already" | "registration.person-elsewhere" | "registration.person-unknown" | "registration.none" | "question.fixed" | "question.too-many" | "question.merged" | "question.withdrawn" | "question.session-full" | "question.undecided-text" | "inbox.closed" | "inbox.full" | "inbox.spent" | "category.needed" | "file.kind" | "file.too-many" | "live.not-open" | "live.moved-on" | "live.not-begun" | "live.ended" | "live.removed" | "method.invalid" | "method.built-in" | "method.archived" | "method.not-yet" | "meeting.input-shown" | "action.owner-unknown" | "outcome.names-practice" | "outcome.over" | "outcome.text-changed" | "meeting.over" | "meeting.not-begun" | "meeting.person-unknown" | "meeting.past" | "meeting.too-few" | "date-poll.asked" | "date-poll.closed" | "date-poll.chosen" | "date-poll.too-few" | "date-poll.too-many" | "date-poll.nobody-can" | "date-poll.option-gone" | "handout.published" | "handout.not-ready" | "referral.week-unknown" | "referral.person-unknown" | "referral.list-unreadable" | "referral.baseline-invalid";
        ProblemView: {
            code: components["schemas"]["ProblemCode"];
            details: {
                [key: string]: unknown;
            };
            requestId: string;
            status: number;
            title: string;
            type: string;
        };
        ProgressView: {
            fraction: number;
            phase: string;
        };
        ProposalSummaryView: {
            bound: number | null;
            gapPercent: number | null;
            groups: number;
            id: string;
            /** @enum {string} */
            kind: "best-total" | "more-continuity" | "fairest" | "adjusted" | "repair";
            label: string;
            objective: number;
            optimal: boolean;
            scores: components["schemas"]["ScoresView"];
            stale: boolean;
            /** @enum {string} */
            state: "ready" | "published" | "superseded";
            unassigned: number;
            version: number;
        };
        ProposalView: {
            board: components["schemas"]["BoardGroupView"][];
            bound: number | null;
            canUndo: boolean;
            gapPercent: number | null;
            groups: number;
            id: string;
            /** @enum {string} */
            kind: "best-total" | "more-continuity" | "fairest" | "adjusted" | "repair";
            label: string;
            left: {
                name: string;
                practiceId: string;
                reason: components["schemas"]["Words"];
            }[];
            moves: components["schemas"]["Words"][];
            objective: number;
            optimal: boolean;
            roundId: string;
            scores: components["schemas"]["ScoresView"];
            stale: boolean;
            /** @enum {string} */
            state: "ready" | "published" | "superseded";
            unassigned: number;
            version: number;
        };
        ProvenanceCard: {
            artefact: {
                bytes: number;
                mediaType: string;
                sha256: string;
            };
            cardHash: string;
            /** @constant */
            cardVersion: 1;
            denominator: {
                bands?: string[];
                definition: string;
                referenceDate: string;
            };
            disclosureControl: {
                attackerModels?: string[];
                auditId: string;
                /** @constant */
                auditVerdict: "safe";
                consentId?: string | null;
                mode: components["schemas"]["DisclosureMode"];
                policyVersion: string;
            };
            figureId: string;
            limitations: string[];
            measure: {
                code: string;
                confidence?: number;
                definitionUrl: string;
                definitionVersion: string;
                intervalMethod: components["schemas"]["IntervalMethod"];
                numerator: string;
                referencePopulation?: string;
                standardisation: components["schemas"]["Standardisation"];
                title: string;
                unit: string;
            };
            period: {
                complete: boolean;
                expectedLateRegistrationPct?: number;
                from: string;
                toExclusive: string;
            };
            releaseId: string;
            responsibility: {
                approvedAt: string;
                approvedBy: {
                    organisation: string;
                    role: string;
                };
                importedBy: {
                    organisation: string;
                    role: string;
                };
            };
            sources: {
                commitment: string;
                extractAt: string;
                importId: string;
                rejectedRows?: number;
                rows: number;
                supplier: string;
                system: string;
            }[];
            supersedes: string | null;
            transformations: {
                /** @enum {string} */
                activity: "import" | "validate" | "deduplicate" | "map" | "aggregate" | "standardise" | "suppress" | "label" | "publish";
                at?: string;
                code: string;
                codeVersion: string;
                parametersHash: string;
                step: number;
            }[];
        };
        PublishBody: {
            /** @description although practices are left without a group */
            evenIfIncomplete?: boolean;
            /** @description although answers changed since */
            evenIfStale?: boolean;
        };
        PublishPreviewView: {
            groups: number;
            mails: number;
            practices: number;
            recipients: {
                names: string[];
                practice: string;
                what: components["schemas"]["Words"];
            }[];
            unreachable: {
                name: string;
                practiceId: string;
            }[];
            warnings: components["schemas"]["Words"][];
        };
        QuestionAnswerView: {
            note: string;
            onTime: string;
            timing: components["schemas"]["ReferralTiming"] | null;
            tooEarly: string;
            tooLate: string;
            version: number;
        };
        QuestionBody: {
            confirmed?: boolean;
            text: string;
        };
        QuestionCategoryView: {
            id: string;
            /** @enum {string} */
            kind: "questions" | "department";
            minutes: number | null;
            name: string;
            plannedMinutes: number;
            position: number;
            version: number;
        };
        QuestionDeskView: {
            alike: {
                a: string;
                b: string;
                likeness: number;
            }[];
            categories: components["schemas"]["QuestionCategoryView"][];
            minutes: number;
            plannedMinutes: number;
            questions: components["schemas"]["DeskQuestionView"][];
            sessionId: string;
            sharedAt: string | null;
            sharesAt: string | null;
            startsAt: string;
            /** @enum {string} */
            state: "planned" | "live" | "ended" | "cancelled";
            title: string;
        };
        QuestionFate: {
            /** @constant */
            kind: "open";
        } | {
            /** @constant */
            kind: "proposed";
        } | {
            /** @constant */
            kind: "withdrawn";
        } | {
            /** @enum {string} */
            became: "open" | "answered-live" | "in-handout" | "parked";
            into: {
                id: string;
                text: string;
            };
            /** @constant */
            kind: "merged";
            practices: number;
        } | {
            /** @constant */
            kind: "answered-live";
        } | {
            /** @constant */
            kind: "in-handout";
        } | {
            /** @constant */
            kind: "parked";
        } | {
            /** @constant */
            kind: "sent-back";
            reason: string;
        } | {
            /** @constant */
            kind: "cancelled";
        };
        QuestionInboxView: {
            department: string;
            open: boolean;
            practice: string;
            questionsUntil: string | null;
            startsAt: string;
        };
        QuestionMergeBody: {
            /** Format: uuid */
            into: string;
        };
        QuestionnaireBody: {
            /** Format: uuid */
            from?: string;
            title: components["schemas"]["TitleBody"];
        };
        QuestionnaireContent: {
            introduction: components["schemas"]["Words"];
            items: components["schemas"]["QuestionnaireItem"][];
            minutes: number;
            thanks: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
        };
        QuestionnaireDraftBody: {
            content: {
                [key: string]: unknown;
            };
        };
        QuestionnaireItem: components["schemas"]["ScaleItem"] | components["schemas"]["ChoiceItem"] | components["schemas"]["TextItem"];
        /** @enum {string} */
        QuestionnaireProblem: "text-missing" | "translation-missing" | "key-invalid" | "key-taken" | "scale-invalid" | "options-too-few" | "option-taken" | "condition-unknown" | "condition-later" | "condition-invalid" | "length-invalid" | "no-items" | "too-many-items";
        QuestionnaireSummaryView: {
            archived: boolean;
            hasDraft: boolean;
            id: string;
            items: number;
            key: string;
            minutes: number;
            /** @enum {string} */
            origin: "built-in" | "own";
            reviewedVersion: {
                id: string;
                number: number;
            } | null;
            title: components["schemas"]["Words"];
        };
        /** @enum {string} */
        QuestionnaireVersionState: "draft" | "reviewed";
        QuestionnaireVersionView: {
            author: string | null;
            content: components["schemas"]["QuestionnaireContent"];
            id: string;
            number: number;
            reviewedAt: string | null;
            reviewer: string | null;
            state: components["schemas"]["QuestionnaireVersionState"];
            version: number;
        };
        QuestionnaireView: {
            archived: boolean;
            draft: components["schemas"]["QuestionnaireVersionView"] | null;
            hasDraft: boolean;
            id: string;
            items: number;
            key: string;
            minutes: number;
            /** @enum {string} */
            origin: "built-in" | "own";
            problems: {
                code: components["schemas"]["QuestionnaireProblem"];
                item: string | null;
            }[];
            reviewed: components["schemas"]["QuestionnaireVersionView"] | null;
            reviewedVersion: {
                id: string;
                number: number;
            } | null;
            title: components["schemas"]["Words"];
            version: number;
        };
        QuestionSelectBody: {
            confirmed?: boolean;
        };
        QuestionShareBody: {
            confirmed?: string[];
            withheld?: string[];
        };
        QuestionSharePreviewView: {
            again: boolean;
            found: {
                finding: components["schemas"]["TextFindingView"];
                id: string;
                text: string;
            }[];
            late: number;
            loose: number;
            practices: number;
            questions: number;
            receivers: {
                email: string;
                name: string;
            }[];
        };
        QuestionUnmergeBody: {
            along?: string[];
        };
        ReadingBody: {
            /** @enum {string} */
            dates: "month" | "quarter";
            itemCharacters: number | null;
            /** @enum {string} */
            rows: "totals" | "parts";
        };
        ReferralActionBody: {
            confirmed?: boolean;
            dueOn: string;
            /** Format: uuid */
            ownerId: string;
            /** Format: uuid */
            referralId?: string | null;
            text: string;
        };
        ReferralActionChangeBody: {
            confirmed?: boolean;
            dueOn?: string;
            /** Format: uuid */
            ownerId?: string;
            /** @enum {string} */
            state?: "open" | "done" | "dropped";
            text?: string;
        };
        /** @enum {string} */
        ReferralActionState: "open" | "done" | "dropped";
        ReferralActionView: {
            dueOn: string;
            id: string;
            late: boolean;
            owner: string;
            ownerId: string;
            referralId: string | null;
            state: components["schemas"]["ReferralActionState"];
            text: string;
            version: number;
            week: string | null;
        };
        ReferralAddedView: {
            batchId: string;
            count: number;
        };
        /** @enum {string} */
        ReferralAvoidable: "yes" | "no" | "perhaps";
        ReferralChangeBody: {
            conclusion?: string;
            confirmed?: boolean;
            /** Format: uuid */
            gpId?: string;
            /** @enum {string} */
            kind?: "referral" | "diagnostics" | "not-made" | "advice";
            reason?: string;
            remarkable?: boolean | null;
            specialism?: string;
            timeOut?: boolean;
        };
        ReferralCourseView: {
            goal: components["schemas"]["ReferralGoalView"] | null;
            grounds: {
                count: number;
                ground: components["schemas"]["ReferralGround"];
            }[];
            kind: components["schemas"]["ReferralKind"];
            perGp: components["schemas"]["ReferralSeriesView"][];
            practice: string;
            practiceId: string;
            timeOuts: components["schemas"]["ReferralTimeOutView"];
            weeks: string[];
            whole: components["schemas"]["ReferralSeriesView"];
        };
        /** @enum {string} */
        ReferralField: "gp" | "kind" | "specialism" | "reason" | "date";
        /** @enum {string} */
        ReferralForm: "selected" | "daily" | "weekly";
        ReferralGoalView: {
            baseline: number | null;
            baselineFrom: string;
            baselineTo: string;
            changePercent: number | null;
            now: number | null;
            percent: number;
            reached: boolean;
            target: number | null;
            version: number;
        };
        /** @enum {string} */
        ReferralGround: "content" | "process" | "administrative";
        ReferralHomeView: {
            behind: {
                waiting: number;
                week: string;
            }[];
            count: number;
            course: components["schemas"]["ReferralSeriesView"];
            fresh: boolean;
            from: string;
            goal: components["schemas"]["ReferralGoalView"] | null;
            moments: components["schemas"]["ReferralMomentView"][];
            nextAt: string | null;
            openActions: components["schemas"]["ReferralActionView"][];
            practice: string;
            practiceId: string;
            remarkable: number;
            state: components["schemas"]["ReferralWeekState"];
            takesPart: boolean;
            time: components["schemas"]["ReferralTimeView"];
            to: string;
            waiting: number;
            waitingOwn: number;
            week: string;
        };
        ReferralJudgementView: {
            at: string;
            avoidable: components["schemas"]["ReferralAvoidable"];
            ground: components["schemas"]["ReferralGround"] | null;
            name: string;
            otherApproach: boolean;
            personId: string;
            remark: string;
        };
        /** @enum {string} */
        ReferralKind: "referral" | "diagnostics" | "not-made" | "advice";
        ReferralMomentView: {
            form: components["schemas"]["ReferralForm"];
            fromWeek: string | null;
            remind: boolean;
            time: string;
            weekday: number | null;
        };
        ReferralPersonView: {
            name: string;
            personId: string;
        };
        ReferralPreviewRowView: {
            gpId: string | null;
            kind: components["schemas"]["ReferralKind"];
            /** @enum {string|null} */
            problem: "empty" | null;
            reason: string;
            row: number;
            specialism: string;
            takenOut: components["schemas"]["ReferralTakenOutView"][];
            week: string | null;
        };
        ReferralPreviewView: {
            columns: {
                /** @enum {string|null} */
                dropped: "identity" | "content" | "unused" | null;
                field: components["schemas"]["ReferralField"] | null;
                heading: string;
            }[];
            rows: components["schemas"]["ReferralPreviewRowView"][];
            takenOut: components["schemas"]["ReferralTakenOutView"][];
            tooMany: number;
        };
        ReferralSeriesView: {
            median: number | null;
            name: string;
            personId: string | null;
            signals: components["schemas"]["ReferralSignalView"][];
            values: (number | null)[];
        };
        ReferralSettingsBody: {
            moments?: components["schemas"]["MomentBody"][];
            participants?: string[];
        };
        ReferralSettingsView: {
            moments: components["schemas"]["ReferralMomentView"][];
            people: {
                name: string;
                personId: string;
                takesPart: boolean;
            }[];
            practice: string;
            practiceId: string;
            version: number;
        };
        ReferralSignalView: {
            /** @enum {string|null} */
            direction: "up" | "down" | null;
            from: number;
            /** @enum {string} */
            rule: "shift" | "trend" | "few-runs" | "many-runs";
            to: number;
        };
        ReferralTakenOutView: {
            count: number;
            /** @enum {string} */
            kind: "BSN" | "DOB" | "PHONE" | "EMAIL" | "IBAN" | "NAME" | "ADDRESS" | "PATIENTNR" | "AGE90" | "OTHER";
        };
        ReferralTextBody: {
            mapping?: {
                [key: string]: "gp" | "kind" | "specialism" | "reason" | "date" | null;
            };
            text: string;
        };
        ReferralTimeOutCount: {
            advice: number;
            timeOuts: number;
            weeks: number;
        };
        ReferralTimeOutView: {
            baselineFrom: string | null;
            baselineTo: string | null;
            before: components["schemas"]["ReferralTimeOutCount"];
            since: components["schemas"]["ReferralTimeOutCount"];
        };
        ReferralTimeView: {
            entries: {
                day: string;
                id: string;
                minutes: number;
                version: number;
            }[];
            mineThisMonth: number;
            practiceThisMonth: number;
            runningSince: string | null;
        };
        /** @enum {string} */
        ReferralTiming: "too-early" | "on-time" | "too-late" | "other";
        /** @enum {string} */
        ReferralWeekState: "open" | "meeting" | "done";
        ReferralWeekView: {
            actions: components["schemas"]["ReferralActionView"][];
            from: string;
            people: components["schemas"]["ReferralPersonView"][];
            practice: string;
            practiceId: string;
            referrals: components["schemas"]["ReviewedReferralView"][];
            state: components["schemas"]["ReferralWeekState"];
            takesPart: boolean;
            time: components["schemas"]["ReferralTimeView"];
            to: string;
            version: number;
            week: string;
        };
        RegionView: {
            evaluationTime: string;
            holidayRegion: components["schemas"]["HolidayRegion"];
            id: string;
            name: string;
            replyTo: string | null;
            slug: string;
            version: number;
        };
        RegistrationBody: {
            /** @enum {string} */
            attendeeKind: "gp" | "locum" | "trainee" | "other";
            person?: components["schemas"]["ColleagueBody"];
            /** Format: uuid */
            personId?: string;
        };
        /** @enum {string} */
        RegistrationState: "registered" | "waiting" | "excused";
        RegistrationView: {
            askedAt: string;
            attendeeKind: components["schemas"]["AttendeeKind"];
            excuse: string | null;
            id: string;
            person: {
                email: string;
                id: string;
                name: string;
            };
            practice: {
                id: string;
                name: string;
            };
            state: components["schemas"]["RegistrationState"];
            version: number;
            waitingPlace: number | null;
        };
        RegressionBody: {
            highFrom: number;
            /** @description Key of a scale. */
            outcome: string;
            /** @description Keys of scales and of questions with two options. */
            predictors: string[];
        };
        RegressionView: {
            cautions: components["schemas"]["Words"][];
            events: number | null;
            hidden: components["schemas"]["HiddenReason"] | null;
            method: components["schemas"]["Words"] | null;
            n: number | null;
            outcome: {
                highFrom: number;
                item: string;
                text: components["schemas"]["Words"];
            };
            terms: {
                high: number | null;
                item: string;
                low: number | null;
                oddsRatio: number | null;
                p: number | null;
                sentence: components["schemas"]["Words"];
                text: components["schemas"]["Words"];
            }[];
        };
        RelaxationView: {
            cost: components["schemas"]["ScoreDeltas"];
            family: string;
            id: string;
            sentence: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
            unassignedAfter: number;
        };
        ReleaseReasonBody: {
            why: string;
        };
        ReleaseView: {
            /** @enum {string} */
            audience: "group" | "region" | "staff";
            coarsened: components["schemas"]["Words"] | null;
            figures: number;
            fraction: number;
            group: {
                id: string;
                name: string;
            } | null;
            id: string;
            kind: components["schemas"]["ExtractKind"];
            /** @enum {string} */
            mode: "pseudonymous" | "open" | "aggregate";
            period: {
                from: string;
                toExclusive: string;
            };
            reason: components["schemas"]["Words"] | null;
            releasedAt: string | null;
            /** @enum {string} */
            state: "preparing" | "released" | "refused" | "superseded" | "withdrawn" | "failed";
            supersedes: string | null;
            version: number;
        };
        RemarkAnswerBody: {
            answer: string;
            confirmed?: boolean;
            /** @enum {string} */
            state: "answered" | "accepted" | "declined";
        };
        RemarkBody: {
            confirmed?: boolean;
            from: string;
            item: string;
            /** @enum {string} */
            kind: "comment" | "dispute";
            measure: string;
            /** Format: uuid */
            practiceId: string;
            text: string;
        };
        RepairBody: {
            join?: string[];
            leave?: string[];
            merge?: components["schemas"]["RepairMergeBody"][];
        };
        RepairMergeBody: {
            /** Format: uuid */
            from: string;
            /** Format: uuid */
            into: string;
        };
        ResultsView: {
            anonymity: components["schemas"]["AnonymityLevel"];
            answered: number;
            campaignId: string;
            cautions: components["schemas"]["Words"][];
            closedAt: string;
            cut: components["schemas"]["CutView"] | null;
            cuts: components["schemas"]["CutView"][];
            factors: components["schemas"]["FactorResultView"][];
            hidden: components["schemas"]["HiddenReason"] | null;
            invited: number;
            items: components["schemas"]["ItemResultView"][];
            minimumResponses: number;
            practices: number | null;
            sentence: components["schemas"]["Words"];
            texts: {
                hidden: components["schemas"]["HiddenReason"] | null;
                item: string;
                shown: string[];
                text: components["schemas"]["Words"];
                waiting: number;
            }[];
            title: components["schemas"]["Words"];
        };
        ReviewedReferralView: {
            conclusion: string;
            gp: string;
            gpId: string;
            id: string;
            judged: number;
            kind: components["schemas"]["ReferralKind"];
            mine: components["schemas"]["ReferralJudgementView"] | null;
            others: components["schemas"]["ReferralJudgementView"][] | null;
            own: boolean;
            reason: string;
            remarkable: boolean;
            specialism: string;
            timeOut: boolean;
            version: number;
            week: string;
        };
        /** @enum {string} */
        Role: "region-coordinator" | "data-steward" | "practice-consultant" | "practice-holder" | "practice-contact" | "practice-employee" | "discussion-leader" | "coordinating-specialist" | "specialist" | "auditor" | "operator";
        RoleView: {
            bigNumber: string | null;
            handedOverTo: string | null;
            id: string;
            jobTitle: string | null;
            role: components["schemas"]["Role"];
            scopeId: string | null;
            scopeKind: components["schemas"]["ScopeKind"];
            scopeName: string | null;
            since: string;
            until: string | null;
        };
        RoundAnswerView: {
            canLead: boolean | null;
            dates: {
                [key: string]: components["schemas"]["DateAnswer"];
            };
            excluded: string[];
            leader: {
                name: string;
                personId: string;
            } | null;
            motivation: number | null;
            practice: {
                id: string;
                name: string;
            };
            ranked: string[];
            roundId: string;
            savedAt: string | null;
            stay: components["schemas"]["StayWish"] | null;
            submittedAt: string | null;
            version: number;
            /** @enum {string|null} */
            via: "link" | "account" | "phone" | null;
        };
        /** @enum {string} */
        RoundAsk: "themes" | "excluded-themes" | "dates" | "motivation" | "stay" | "leader";
        RoundBody: {
            /** @enum {string} */
            kind: "plus-praktijk" | "regional-s3" | "mtvp-thematic" | "assistants" | "course-return" | "free";
            name: string;
        };
        RoundChangeBody: {
            /** Format: date-time */
            answerUntil?: string;
            asks?: ("themes" | "excluded-themes" | "dates" | "motivation" | "stay" | "leader")[];
            introduction?: string | null;
            name?: string;
            reminderDays?: number[];
            rules?: components["schemas"]["RulesBody"];
        };
        RoundCopyBody: {
            name: string;
        };
        RoundDateView: {
            archived: boolean;
            date: string;
            endTime: string;
            flags: {
                /** @enum {string} */
                kind: "public-holiday" | "school-holiday" | "weekend";
                name: components["schemas"]["Words"];
            }[];
            id: string;
            maxGroups: number | null;
            startTime: string;
        };
        /** @enum {string} */
        RoundKindSlug: "plus-praktijk" | "regional-s3" | "mtvp-thematic" | "assistants" | "course-return" | "free";
        RoundKindView: {
            asks: components["schemas"]["RoundAsk"][];
            explanations: {
                "ask.dates": components["schemas"]["Words"];
                "ask.excluded-themes": components["schemas"]["Words"];
                "ask.leader": components["schemas"]["Words"];
                "ask.motivation": components["schemas"]["Words"];
                "ask.stay": components["schemas"]["Words"];
                "ask.themes": components["schemas"]["Words"];
                "rule.groupSize": components["schemas"]["Words"];
                "rule.maxAbsentPerGroup": components["schemas"]["Words"];
                "rule.maxPerDistrict": components["schemas"]["Words"];
                "rule.requireRankedTheme": components["schemas"]["Words"];
                "weight.attendance": components["schemas"]["Words"];
                "weight.continuity": components["schemas"]["Words"];
                "weight.motivation": components["schemas"]["Words"];
                "weight.theme": components["schemas"]["Words"];
            };
            meetingsPerYear: number;
            name: components["schemas"]["Words"];
            programme: string | null;
            purpose: components["schemas"]["Words"];
            rules: components["schemas"]["RoundRules"];
            scopeRule: components["schemas"]["Words"] | null;
            slug: components["schemas"]["RoundKindSlug"];
        };
        RoundOpenPreviewView: {
            participants: number;
            recipients: {
                email: string;
                name: string;
                practice: string;
                practiceId: string;
            }[];
            unreachable: {
                name: string;
                practiceId: string;
            }[];
        };
        RoundRemindedView: {
            mails: number;
            practices: number;
            recently: number;
            unreachable: number;
        };
        RoundRules: {
            groupSize: {
                max: number;
                min: number;
            };
            maxAbsentPerGroup: number;
            maxPerDistrict: number | null;
            requireRankedTheme: boolean;
            weights: {
                attendance: number;
                continuity: number;
                motivation: number;
                theme: number;
            };
        };
        /** @enum {string} */
        RoundState: "draft" | "open" | "closed" | "published" | "archived";
        RoundSummaryView: {
            answered: number;
            answerUntil: string | null;
            groups: number;
            id: string;
            kind: components["schemas"]["RoundKindSlug"];
            name: string;
            participants: number;
            state: components["schemas"]["RoundState"];
            version: number;
        };
        RoundView: {
            answered: number;
            answerFrom: string | null;
            answerUntil: string | null;
            asks: components["schemas"]["RoundAsk"][];
            dates: components["schemas"]["RoundDateView"][];
            groups: number;
            holidaysKnownUntil: string;
            id: string;
            introduction: string | null;
            kind: components["schemas"]["RoundKindSlug"];
            name: string;
            participants: number;
            publishedAt: string | null;
            publishedProposalId: string | null;
            reminderDays: number[];
            rules: components["schemas"]["RoundRules"];
            scopeRule: components["schemas"]["Words"] | null;
            state: components["schemas"]["RoundState"];
            themes: components["schemas"]["ThemeView"][];
            version: number;
        };
        RulesBody: {
            groupSize?: components["schemas"]["GroupSizeBody"];
            maxAbsentPerGroup?: number;
            maxPerDistrict?: number | null;
            requireRankedTheme?: boolean;
            weights?: components["schemas"]["WeightsBody"];
        };
        ScaleItem: {
            condition?: components["schemas"]["ItemCondition"];
            factor?: {
                factor: components["schemas"]["FactorKey"];
                property: components["schemas"]["FactorProperty"];
            };
            help?: components["schemas"]["Words"];
            highFrom?: number;
            highLabel: components["schemas"]["Words"];
            key: string;
            lowLabel: components["schemas"]["Words"];
            max: number;
            min: number;
            notApplicable?: boolean;
            optional?: boolean;
            section?: components["schemas"]["Words"];
            text: components["schemas"]["Words"];
            /** @constant */
            type: "scale";
        };
        /** @enum {string} */
        ScopeKind: "region" | "practice" | "group" | "session";
        ScoreDeltas: {
            attendance: number;
            continuity: number;
            motivation: number;
            theme: number;
            worst: number;
        };
        ScoresView: {
            attendance: number | null;
            belowThreshold: number;
            continuity: number | null;
            firstChoice: number;
            motivation: number | null;
            p10: number | null;
            theme: number | null;
            worst: number | null;
        };
        SeatBody: {
            groupId: string;
            /** Format: uuid */
            practiceId: string;
        };
        SendBackBody: {
            confirmed?: boolean;
            reason: string;
        };
        SessionDoorView: {
            liveOpen: boolean;
            practices: {
                id: string;
                name: string;
                questions: number;
                registered: boolean;
            }[];
            session: components["schemas"]["DialogueSessionSummaryView"];
            specialist: boolean;
        };
        SessionFileBody: {
            /** @enum {boolean} */
            archived?: false;
            inHandout?: boolean;
            /** @enum {string} */
            kind?: "slides" | "attachment";
        };
        SessionFileUpload: {
            /** Format: binary */
            file: string;
        };
        SessionFileView: {
            addedAt: string;
            id: string;
            inHandout: boolean;
            /** @enum {string} */
            kind: "slides" | "attachment";
            mediaType: string;
            name: string;
            size: number;
        };
        SessionHearerView: {
            name: string;
            practice: string | null;
            specialist: boolean;
        };
        SessionParticipantView: {
            practice: {
                id: string;
                name: string;
            };
            questions: number;
            registration: components["schemas"]["RegistrationView"] | null;
        };
        SessionStepChangeBody: {
            /** Format: date-time */
            dueAt?: string;
            /** @enum {string} */
            state?: "stopped" | "planned";
        };
        /** @enum {string} */
        SessionStepKind: "invite" | "remind" | "share" | "remind-specialist" | "practical" | "start" | "end" | "evaluate" | "handout" | "remind-handout";
        /** @enum {string} */
        SessionStepState: "planned" | "done" | "stopped" | "late";
        SessionStepView: {
            count: number | null;
            doneAt: string | null;
            doNow: boolean;
            dueAt: string;
            id: string;
            kind: components["schemas"]["SessionStepKind"];
            movable: boolean;
            ownMoment: boolean;
            sentence: components["schemas"]["Words"];
            state: components["schemas"]["SessionStepState"];
            version: number;
        };
        SessionView: {
            createdAt: string;
            current: boolean;
            device: string;
            expiresAt: string;
            id: string;
            /** @enum {string} */
            kind: "full" | "task";
            lastSeenAt: string;
        };
        SetupCoordinatorDto: {
            /** Format: email */
            email: string;
            name: string;
        };
        SetupDto: {
            code: string;
            coordinator: components["schemas"]["SetupCoordinatorDto"];
            /** @enum {string} */
            language: "nl" | "en";
            region: components["schemas"]["SetupRegionDto"];
        };
        SetupRegionDto: {
            /** @enum {string} */
            holidayRegion: "noord" | "midden" | "zuid";
            name: string;
            slug?: string;
        };
        SetupView: {
            mail: boolean;
            needed: boolean;
        };
        ShareBody: {
            shared: boolean;
        };
        ShownTextView: {
            /** @constant */
            by: "practice";
            id: string;
            practice: string;
            practiceId: string;
            text: string;
        } | {
            /** @constant */
            by: "anonymous";
            id: string;
            text: string;
        } | {
            /** @constant */
            by: "group";
            id: string;
            text: string;
        };
        SignatureBody: {
            /** Format: uuid */
            practiceId: string;
            scopeHash: string;
        };
        SignedInView: {
            href: string;
        };
        SignInCodeDto: {
            code: string;
            /** Format: email */
            email: string;
        };
        SignInDto: {
            /** Format: email */
            email: string;
        };
        SignInLinkView: {
            /** @enum {string} */
            state: "ready" | "code" | "expired";
        };
        SignOpenModeBody: {
            code?: string;
            /** Format: uuid */
            practiceId: string;
            scopeHash: string;
        };
        /** @enum {string} */
        SourceQuality: "good" | "fair" | "poor" | "unknown";
        SpecialistAnswerBody: {
            confirmed?: boolean;
            note?: string;
            onTime?: string;
            /** @enum {string|null} */
            timing?: "too-early" | "on-time" | "too-late" | "other" | null;
            tooEarly?: string;
            tooLate?: string;
        };
        SpecialistBody: {
            /** Format: email */
            email: string;
            name: string;
        };
        SpecialistLiveView: {
            answers: {
                [key: string]: components["schemas"]["QuestionAnswerView"];
            };
            /** @constant */
            audience: "specialist";
            clock: components["schemas"]["LiveClockView"];
            department: string;
            endsAt: string;
            followUps: components["schemas"]["FollowUpView"][];
            meetingLink: string | null;
            presence: components["schemas"]["LivePresenceView"];
            questionId: string | null;
            questions: components["schemas"]["LiveQuestionView"][];
            sessionId: string;
            specialistSteers: boolean;
            startsAt: string;
            title: string;
            version: number;
        };
        SpecialistView: {
            categories: {
                id: string;
                /** @enum {string} */
                kind: "questions" | "department";
                minutes: number;
                name: string;
                questions: {
                    answer: components["schemas"]["QuestionAnswerView"];
                    id: string;
                    late: boolean;
                    practices: number;
                    text: string;
                }[];
            }[];
            files: components["schemas"]["SessionFileView"][];
            /** @enum {string} */
            handout: "none" | "draft" | "checking" | "checked" | "published";
            ownPart: components["schemas"]["OwnPartView"];
            prepared: number;
            questions: number;
            session: {
                department: string;
                endsAt: string;
                id: string;
                meetingLink: string | null;
                practices: number;
                region: string;
                sharedAt: string | null;
                startsAt: string;
                /** @enum {string} */
                state: "planned" | "live" | "ended" | "cancelled";
                title: string;
            };
        };
        StaffBody: {
            bigNumber?: string | null;
            email: string;
            jobTitle?: string | null;
            name: string;
            /** @enum {string} */
            role: "practice-holder" | "practice-contact" | "practice-employee";
        };
        StaffView: {
            email: string;
            name: string;
            personId: string;
            role: components["schemas"]["RoleView"];
        };
        /** @enum {string} */
        Standardisation: "none" | "direct" | "indirect";
        /** @enum {string} */
        StayWish: "yes" | "neutral" | "no";
        StepChangeBody: {
            /** Format: date-time */
            dueAt?: string;
            /** @enum {string} */
            state?: "stopped" | "planned";
        };
        StepInputsView: {
            practices: {
                done: boolean;
                practiceId: string;
            }[];
            revealed: boolean;
            shown: boolean;
            stepId: string;
            texts: components["schemas"]["ShownTextView"][];
        };
        StepOffset: {
            days: number | null;
            time: string;
        };
        StepOffsetBody: {
            days: number | null;
            /** @example 09:00 */
            time: string;
        };
        /** @enum {string} */
        StepSpeaker: "everybody" | "owner" | "others" | "leader" | "nobody";
        /** @enum {string} */
        StepWriting: "nothing" | "practices" | "others" | "notes";
        SwitchRegionDto: {
            /** Format: uuid */
            regionId: string;
        };
        /** @enum {string} */
        TaskKind: "round-answer" | "group-view" | "department-vote" | "department-dates" | "agenda-dates" | "session-practice" | "session-specialist" | "date-poll" | "meeting" | "referral-review";
        TaskLinkView: {
            deadline: string | null;
            kind: components["schemas"]["TaskKind"] | null;
            minutes: number | null;
            practice: string | null;
            region: string | null;
            /** @enum {string} */
            state: "ready" | "expired";
            title: {
                en: string;
                nl: string;
            } | null;
        };
        TaskView: {
            action: components["schemas"]["Words"];
            deadline: string | null;
            href: string;
            id: string;
            /** @enum {string} */
            kind: "answer-round" | "watch-round" | "form-groups" | "publish-proposal" | "repair-groups" | "failed-mail" | "first-practices" | "first-round" | "late-step" | "moderate-texts" | "read-results" | "sign-open-mode" | "answer-remarks" | "vote-departments" | "register-session" | "watch-agenda" | "session-step" | "sort-questions" | "plan-meeting" | "review-referrals" | "read-handout" | "publish-handout" | "answer-date-poll" | "choose-date" | "do-action" | "answer-outcome" | "accept-agreement" | "prepare-meeting";
            minutes: number;
            sentence: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
        };
        TextDecisionBody: {
            shown?: string;
            /** @enum {string} */
            state: "new" | "shown" | "withheld";
        };
        TextFindingView: {
            item: string;
            rewrite: string;
            spans: {
                end: number;
                start: number;
                type: string;
            }[];
            /** @enum {string} */
            verdict: "block" | "warn";
        };
        TextItem: {
            condition?: components["schemas"]["ItemCondition"];
            factor?: {
                factor: components["schemas"]["FactorKey"];
                property: components["schemas"]["FactorProperty"];
            };
            help?: components["schemas"]["Words"];
            key: string;
            maxLength: number;
            notApplicable?: boolean;
            optional?: boolean;
            section?: components["schemas"]["Words"];
            text: components["schemas"]["Words"];
            /** @constant */
            type: "text";
        };
        ThemeBody: {
            description?: string | null;
            id?: string;
            maxGroups?: number | null;
            name: string;
            shortName: string;
        };
        ThemesBody: {
            themes: components["schemas"]["ThemeBody"][];
        };
        ThemeView: {
            archived: boolean;
            description: string | null;
            id: string;
            maxGroups: number | null;
            name: string;
            shortName: string;
        };
        TimelineBody: {
            handout?: components["schemas"]["StepOffsetBody"];
            invite?: components["schemas"]["StepOffsetBody"];
            practical?: components["schemas"]["StepOffsetBody"];
            remind?: components["schemas"]["StepOffsetBody"];
            "remind-handout"?: components["schemas"]["StepOffsetBody"];
            "remind-specialist"?: components["schemas"]["StepOffsetBody"];
            share?: components["schemas"]["StepOffsetBody"];
        };
        TitleBody: {
            en: string;
            nl: string;
        };
        TrendPoint: {
            denominator: number | null;
            from: string;
            months: number;
            numerator: number | null;
            value: number | null;
        };
        TrendView: {
            /** @enum {string} */
            by: "department" | "theme" | "questionnaire";
            item: string;
            series: {
                key: string;
                label: string;
                points: {
                    campaignId: string;
                    closedAt: string;
                    hidden: components["schemas"]["HiddenReason"] | null;
                    high: number | null;
                    low: number | null;
                    mean: number | null;
                    n: number | null;
                    title: components["schemas"]["Words"];
                }[];
                sentence: components["schemas"]["Words"];
            }[];
            text: components["schemas"]["Words"];
        };
        TurnoutView: {
            answered: number | null;
            invited: number;
            undeliverable: number;
        };
        UpcomingView: {
            at: string;
            href: string;
            id: string;
            /** @enum {string} */
            kind: "meeting" | "answer-deadline" | "campaign-step" | "dialogue-session";
            sentence: components["schemas"]["Words"];
            title: components["schemas"]["Words"];
        };
        UpdatePracticeBody: {
            agb?: string;
            consultant?: string | null;
            district?: string | null;
            dtoGroup?: string | null;
            ftoGroup?: string | null;
            listSize?: number | null;
            motivation?: number | null;
            name?: string;
            postcode?: string | null;
            solo?: boolean;
            startQuarter?: string | null;
            startWave?: string | null;
            street?: string | null;
            town?: string | null;
        };
        UseLinkDto: {
            code?: string;
        };
        VoteBody: {
            ranking: string[];
        };
        WeekStateBody: {
            /** @enum {string} */
            state: "open" | "meeting" | "done";
        };
        WeightsBody: {
            attendance?: number;
            continuity?: number;
            motivation?: number;
            theme?: number;
        };
        WithdrawSignatureBody: {
            /** Format: uuid */
            practiceId: string;
        };
        Words: {
            en: string;
            nl: string;
        };
        YearBody: {
            year: number;
        };
        YearChangeBody: {
            coordinator?: components["schemas"]["ContactBody"] | null;
            /** Format: date */
            preferUntil?: string;
            /** Format: date */
            voteUntil?: string;
        };
        YearDateBody: {
            /** Format: date */
            date: string;
            /** @example 20:30 */
            endTime: string;
            /** @example 19:30 */
            startTime: string;
        };
        YearDepartmentsBody: {
            departmentIds: string[];
        };
        YearDepartmentView: {
            answeredAt: string | null;
            departmentId: string;
            fits: {
                [key: string]: components["schemas"]["DateFit"];
            };
            hospital: string | null;
            id: string;
            invited: boolean;
            name: string;
            note: string | null;
            points: number;
            practices: number;
            ranks: number[];
            reachable: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "Actions.list": {
        parameters: {
            query?: {
                cursor?: string;
                groupId?: string;
                limit?: number;
                mine?: "true" | "false";
                state?: "open" | "done" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ActionPageView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionPageView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Actions.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                actionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionItemChangeBody"];
            };
        };
        responses: {
            /** @description ActionItemView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionItemView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Actions.export": {
        parameters: {
            query?: {
                cursor?: string;
                groupId?: string;
                limit?: number;
                mine?: "true" | "false";
                state?: "open" | "done" | "dropped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Audit.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                subjectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AuditEntryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AuditEntryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Audit.verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AuditVerdictView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerdictView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "planned" | "running" | "closed" | "stopped";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CampaignSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CampaignSummaryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignBody"];
            };
        };
        responses: {
            /** @description CampaignView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CampaignView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CampaignChangeBody"];
            };
        };
        responses: {
            /** @description CampaignView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CampaignView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.compare": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompareBody"];
            };
        };
        responses: {
            /** @description GroupComparisonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupComparisonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.file": {
        parameters: {
            query: {
                format: "xlsx" | "csv" | "pptx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.launch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LaunchBody"];
            };
        };
        responses: {
            /** @description CampaignView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.launchPreview": {
        parameters: {
            query?: {
                opensAt?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description LaunchPreviewView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LaunchPreviewView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.regression": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegressionBody"];
            };
        };
        responses: {
            /** @description RegressionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegressionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.whole": {
        parameters: {
            query?: {
                cut?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ResultsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.share": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareBody"];
            };
        };
        responses: {
            /** @description ResultsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.changeStep": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepChangeBody"];
            };
        };
        responses: {
            /** @description CampaignView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.doNow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CampaignView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Campaigns.stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CampaignView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ModerationTextView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationTextView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                textId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TextDecisionBody"];
            };
        };
        responses: {
            /** @description ModerationTextView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModerationTextView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Results.trend": {
        parameters: {
            query: {
                by: "department" | "theme" | "questionnaire";
                /** @description Key of a scale. */
                item: string;
                /** @description Id of the questionnaire. */
                questionnaire: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TrendView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                source?: string;
                state?: "loading" | "checked" | "approved" | "superseded" | "withdrawn" | "refused" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DataSetSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DataSetSummaryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DataSetView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.approve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DataSetView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.load": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description DataSetView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.privacyTest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PrivacyTestView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyTestView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.startPrivacyTest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PrivacyTestView */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyTestView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.stopPrivacyTest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PrivacyTestView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrivacyTestView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.refusals": {
        parameters: {
            query?: {
                cursor?: string;
                format?: "json" | "csv";
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DataSetRefusalView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DataSetRefusalView"][];
                        next: string | null;
                        total: number;
                    };
                    "text/csv": {
                        items: components["schemas"]["DataSetRefusalView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.refuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataSetReasonBody"];
            };
        };
        responses: {
            /** @description DataSetView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSets.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataSetReasonBody"];
            };
        };
        responses: {
            /** @description DataSetView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSources.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DataSourceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSourceView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSources.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataSourceBody"];
            };
        };
        responses: {
            /** @description DataSourceView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSourceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSources.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataSourceChangeBody"];
            };
        };
        responses: {
            /** @description DataSourceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSourceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSources.announce": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataSetBody"];
            };
        };
        responses: {
            /** @description DataSetView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataSetView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DataSources.look": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description ExtractLookView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtractLookView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatePollBody"];
            };
        };
        responses: {
            /** @description DatePollView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatePollChangeBody"];
            };
        };
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatePollAnswerBody"];
            };
        };
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.choose": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatePollChoiceBody"];
            };
        };
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.addOption": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PollOptionBody"];
            };
        };
        responses: {
            /** @description DatePollView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.removeOption": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                optionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.moveOption": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                optionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PollOptionBody"];
            };
        };
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.restoreOption": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                optionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatePollReopenBody"];
            };
        };
        responses: {
            /** @description DatePollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatePollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.days": {
        parameters: {
            query: {
                from: string;
                until: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PollDaysView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PollDaysView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Demo.view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DemoView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Demo.signIn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemoSignInDto"];
            };
        };
        responses: {
            /** @description SignedInView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DepartmentDates.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                yearDepartmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DepartmentDatesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDatesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DepartmentDates.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                yearDepartmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatesAnswerBody"];
            };
        };
        responses: {
            /** @description DepartmentDatesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentDatesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Departments.list": {
        parameters: {
            query?: {
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DepartmentView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Departments.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentBody"];
            };
        };
        responses: {
            /** @description DepartmentView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Departments.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Departments.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartmentChangeBody"];
            };
        };
        responses: {
            /** @description DepartmentView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                when?: "coming" | "past";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueSessionSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DialogueSessionSummaryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DialogueSessionBody"];
            };
        };
        responses: {
            /** @description DialogueSessionView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DialogueSessionChangeBody"];
            };
        };
        responses: {
            /** @description DialogueSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Attendance.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AttendanceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Attendance.correct": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AttendanceBody"];
            };
        };
        responses: {
            /** @description AttendanceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Attendance.accreditation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Attendance.report": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description AttendanceReportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttendanceReportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Attendance.certificate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SessionDeck.deck": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.createCategory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.removeCategory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.changeCategory": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                categoryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategoryChangeBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.order": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskOrderBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskQuestionBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.edit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeskQuestionChangeBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionMergeBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.park": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.sendBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionUnmergeBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionSharePreviewView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionSharePreviewView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Desk.share": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionShareBody"];
            };
        };
        responses: {
            /** @description QuestionDeskView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionDeskView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.door": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SessionDoorView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDoorView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SessionFiles.add": {
        parameters: {
            query?: {
                confirmed?: "yes";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["SessionFileUpload"];
            };
        };
        responses: {
            /** @description SessionFileView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionFileView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SessionFiles.file": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SessionFiles.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SessionFiles.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                fileId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionFileBody"];
            };
        };
        responses: {
            /** @description SessionFileView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionFileView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HandoutView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.make": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HandoutView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoutBody"];
            };
        };
        responses: {
            /** @description HandoutView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.docx": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.check": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoutCheckBody"];
            };
        };
        responses: {
            /** @description HandoutView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HandoutView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.recipients": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HandoutRecipientsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutRecipientsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.retract": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HandoutView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handout.sendToCheck": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoutCheckRequestBody"];
            };
        };
        responses: {
            /** @description HandoutView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.hearers": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SessionHearerView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionHearerView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.view": {
        parameters: {
            query: {
                as: "moderator" | "participant" | "specialist";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ParticipantLiveView or SpecialistLiveView or ModeratorLiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantLiveView"] | components["schemas"]["SpecialistLiveView"] | components["schemas"]["ModeratorLiveView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.act": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiveActionBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiveAnswerBody"];
            };
        };
        responses: {
            /** @description QuestionAnswerView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionAnswerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpBody"];
            };
        };
        responses: {
            /** @description OwnLiveView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLiveView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                followUpId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OwnLiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLiveView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.handle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                followUpId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FollowUpChangeBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.join": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                followUpId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OwnLiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLiveView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.leave": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                followUpId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OwnLiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnLiveView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.readmit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Live.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Registrations.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.endorse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeQuestionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.unendorse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeQuestionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.makeInbox": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeQuestionsView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.closeInbox": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeQuestionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeQuestionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionBody"];
            };
        };
        responses: {
            /** @description PracticeQuestionsView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeQuestionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.reword": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionBody"];
            };
        };
        responses: {
            /** @description PracticeQuestionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questions.select": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionSelectBody"];
            };
        };
        responses: {
            /** @description PracticeQuestionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeQuestionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Registrations.register": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationBody"];
            };
        };
        responses: {
            /** @description PracticeSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Registrations.excuse": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExcuseBody"];
            };
        };
        responses: {
            /** @description PracticeSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Registrations.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SessionParticipantView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionParticipantView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Specialist.view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SpecialistView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialistView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Specialist.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpecialistAnswerBody"];
            };
        };
        responses: {
            /** @description QuestionAnswerView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionAnswerView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Specialist.ownPart": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnPartBody"];
            };
        };
        responses: {
            /** @description OwnPartView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnPartView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SessionDeck.questions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.addSpecialist": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SpecialistBody"];
            };
        };
        responses: {
            /** @description DialogueSessionView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.removeSpecialist": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.changeStep": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionStepChangeBody"];
            };
        };
        responses: {
            /** @description DialogueSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSessions.doNow": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueSessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSessionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSettings.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueSettingsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSettingsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "DialogueSettings.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DialogueSettingsBody"];
            };
        };
        responses: {
            /** @description DialogueSettingsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueSettingsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueYearSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearSummaryView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearChangeBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AskBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.addDate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearDateBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.removeDate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dateId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.changeDate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dateId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DateChangeBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.setDepartments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["YearDepartmentsBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.openVote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenVoteBody"];
            };
        };
        responses: {
            /** @description DialogueYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DialogueYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.passOnPage": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PassOnView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassOnView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.passOn": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PassOnView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PassOnView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.vote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description DepartmentVoteView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentVoteView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agenda.saveVote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoteBody"];
            };
        };
        responses: {
            /** @description DepartmentVoteView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentVoteView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Evaluations.keep": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationKeepBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Evaluations.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationTokenBody"];
            };
        };
        responses: {
            /** @description EvaluationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Evaluations.send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationSendBody"];
            };
        };
        responses: {
            /** @description EvaluationReceiptView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationReceiptView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Remarks.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "open" | "answered" | "accepted" | "declined" | "withdrawn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FigureRemarkView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["FigureRemarkView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Remarks.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkBody"];
            };
        };
        responses: {
            /** @description FigureRemarkView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureRemarkView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Remarks.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemarkAnswerBody"];
            };
        };
        responses: {
            /** @description FigureRemarkView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureRemarkView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Remarks.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FigureRemarkView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureRemarkView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Figures.card": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                figureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CardView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Figures.prov": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                figureId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Figures.choices": {
        parameters: {
            query: {
                practice: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FigureChoicesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureChoicesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Releases.funnel": {
        parameters: {
            query: {
                /** @description First day of the twelve months; the newest without it. */
                from?: string;
                /** @description Code of the item; `*` for all together. */
                item: string;
                /** @description Code of the measure. */
                measure: string;
                /** @description Allow for more spread than chance; true without it. */
                overdispersion?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FunnelView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Releases.funnelFile": {
        parameters: {
            query: {
                format: "xlsx" | "csv";
                /** @description First day of the twelve months; the newest without it. */
                from?: string;
                /** @description Code of the item; `*` for all together. */
                item: string;
                /** @description Code of the measure. */
                measure: string;
                /** @description Allow for more spread than chance; true without it. */
                overdispersion?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Figures.own": {
        parameters: {
            query: {
                /** @description First day of the twelve months; the newest without it. */
                from?: string;
                /** @description Group to stand beside; the newest without it. */
                group?: string;
                /** @description Code of the item; `*` for all together. */
                item: string;
                /** @description Code of the measure. */
                measure: string;
                practice: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OwnFigureView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnFigureView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "FigureExports.own": {
        parameters: {
            query: {
                format: "xlsx" | "csv" | "pptx" | "datapackage";
                /** @description First day of the twelve months; the newest without it. */
                from?: string;
                /** @description Group to stand beside; the newest without it. */
                group?: string;
                /** @description Code of the item; `*` for all together. */
                item: string;
                /** @description Code of the measure. */
                measure: string;
                practice: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ForbiddenPairs.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ForbiddenPairView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ForbiddenPairView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ForbiddenPairs.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForbiddenPairBody"];
            };
        };
        responses: {
            /** @description ForbiddenPairView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForbiddenPairView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ForbiddenPairs.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Groups.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description only groups of the own practices and those that the reader leads */
                mine?: boolean;
                roundId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GroupSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["GroupSummaryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Groups.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GroupView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Groups.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GroupChangeBody"];
            };
        };
        responses: {
            /** @description GroupView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agreements.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GroupAgreementView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupAgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agreements.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgreementBody"];
            };
        };
        responses: {
            /** @description GroupAgreementView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupAgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agreements.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceBody"];
            };
        };
        responses: {
            /** @description GroupAgreementView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupAgreementView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Agreements.history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AgreementHistoryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementHistoryView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Groups.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "GroupFigures.get": {
        parameters: {
            query?: {
                practice?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description GroupPreparationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPreparationView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "GroupFigures.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreparationBody"];
            };
        };
        responses: {
            /** @description GroupPreparationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPreparationView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "FigureExports.group": {
        parameters: {
            query: {
                format: "xlsx" | "pptx";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OpenModes.propose": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenModeScopeBody"];
            };
        };
        responses: {
            /** @description OpenModeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenModeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Handouts.list": {
        parameters: {
            query?: {
                cursor?: string;
                department?: string;
                limit?: number;
                q?: string;
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HandoutsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoutsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Health.check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Home.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HomeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.apply": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionsBody"];
            };
        };
        responses: {
            /** @description ImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.map": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MappingBody"];
            };
        };
        responses: {
            /** @description ImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.refused": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.rows": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                verdict?: "refused" | "decide" | "new" | "changed" | "same";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ImportRowView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ImportRowView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.correct": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            /** @description ImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.latest": {
        parameters: {
            query?: {
                kind?: "practices";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ImportView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Imports.upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description ImportView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Mailbox.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MailView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Mailbox.content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MailContentView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailContentView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Mailbox.html": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Mail.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "planned" | "queued" | "sent" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MailView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Mail.retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.mandatory": {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MandatoryYearView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandatoryYearView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Sessions.view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Sessions.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMeDto"];
            };
        };
        responses: {
            /** @description MeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Privacy.own": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OwnDataView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnDataView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Sessions.switchRegion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchRegionDto"];
            };
        };
        responses: {
            /** @description SignedInView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.list": {
        parameters: {
            query?: {
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeasureView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureBody"];
            };
        };
        responses: {
            /** @description MeasureView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeasureView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.definition": {
        parameters: {
            query?: {
                number?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeasureDefinitionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureDefinitionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeasureView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.saveDraft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasureDraftBody"];
            };
        };
        responses: {
            /** @description MeasureView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.discardDraft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeasureView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Measures.review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeasureView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasureView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.list": {
        parameters: {
            query?: {
                /** @description `extra`: outside groups (GRP-09) */
                circle?: "group" | "extra";
                cursor?: string;
                groupId?: string;
                limit?: number;
                /** @description only meetings of the own practices and those that the reader leads or called */
                mine?: boolean;
                when?: "coming" | "past";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeetingSummaryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingBody"];
            };
        };
        responses: {
            /** @description MeetingView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingChangeBody"];
            };
        };
        responses: {
            /** @description MeetingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.accreditation": {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.setAccreditation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingAccreditationBody"];
            };
        };
        responses: {
            /** @description MeetingAttendanceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingAttendanceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Actions.ofMeeting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingActionsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingActionsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Actions.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionItemBody"];
            };
        };
        responses: {
            /** @description ActionItemView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionItemView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingAttendanceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingAttendanceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingAttendanceBody"];
            };
        };
        responses: {
            /** @description MeetingAttendanceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingAttendanceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.everybody": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingAttendanceView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingAttendanceView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.calendar": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.certificate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Polls.ofMeeting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingPollView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingPollView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Notes.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsightBody"];
            };
        };
        responses: {
            /** @description InsightView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Notes.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                insightId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InsightChangeBody"];
            };
        };
        responses: {
            /** @description MeetingNotesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingNotesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.view": {
        parameters: {
            query: {
                as: "leader" | "participant";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingParticipantLiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingParticipantLiveView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.act": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingLiveActionBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.write": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingInputBody"];
            };
        };
        responses: {
            /** @description MeetingInputView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingInputView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingOpenBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.readmit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.roles": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingRolesBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.setup": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingLiveSetupView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingLiveSetupView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingLive.show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                stepId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Notes.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingNotesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingNotesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Notes.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeetingNoteBody"];
            };
        };
        responses: {
            /** @description NoteView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Outcomes.ofMeeting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingOutcomesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingOutcomesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Outcomes.ask": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeBody"];
            };
        };
        responses: {
            /** @description MeetingOutcomesView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingOutcomesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Preparation.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingPackView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingPackView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Preparation.pdf": {
        parameters: {
            query?: {
                method?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Preparation.setCase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackCaseBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Preparation.saveNote": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PackNoteBody"];
            };
        };
        responses: {
            /** @description PackNoteView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PackNoteView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingChoicesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingChoicesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Meetings.circles": {
        parameters: {
            query: {
                practiceId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingCirclesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingCirclesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "MeetingAttendance.registerHeld": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeldMeetingBody"];
            };
        };
        responses: {
            /** @description MeetingView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Methods.list": {
        parameters: {
            query?: {
                archived?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MethodView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Methods.copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodCopyBody"];
            };
        };
        responses: {
            /** @description MethodView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Methods.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MethodView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Methods.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodBody"];
            };
        };
        responses: {
            /** @description MethodView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Methods.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MethodArchiveBody"];
            };
        };
        responses: {
            /** @description MethodView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MethodView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OpenModes.askCode": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureBody"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OpenModes.sign": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOpenModeBody"];
            };
        };
        responses: {
            /** @description OpenModeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenModeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "OpenModes.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawSignatureBody"];
            };
        };
        responses: {
            /** @description OpenModeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenModeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Outcomes.left": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description LeftOutcomeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LeftOutcomeView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Outcomes.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outcomeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description MeetingOutcomesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingOutcomesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Outcomes.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outcomeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeChangeBody"];
            };
        };
        responses: {
            /** @description MeetingOutcomesView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeetingOutcomesView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Outcomes.answer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                outcomeId: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeAnswerBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "People.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                role?: "region-coordinator" | "data-steward" | "practice-consultant" | "practice-holder" | "practice-contact" | "practice-employee" | "discussion-leader" | "coordinating-specialist" | "specialist" | "auditor" | "operator";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PersonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PersonView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "People.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePersonDto"];
            };
        };
        responses: {
            /** @description PersonView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "People.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PersonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "People.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePersonDto"];
            };
        };
        responses: {
            /** @description PersonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Privacy.erase": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PersonView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "People.grant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRoleDto"];
            };
        };
        responses: {
            /** @description RoleView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.list": {
        parameters: {
            query?: {
                archived?: "true" | "false" | "all";
                cursor?: string;
                district?: string;
                limit?: number;
                q?: string;
                sort?: "name" | "-name" | "agb" | "-agb" | "town" | "-town" | "district" | "-district" | "listSize" | "-listSize" | "startQuarter" | "-startQuarter" | "startWave" | "-startWave" | "consultant" | "-consultant" | "motivation" | "-motivation";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PracticeView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePracticeBody"];
            };
        };
        responses: {
            /** @description PracticeDetailView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDetailView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeDetailView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDetailView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePracticeBody"];
            };
        };
        responses: {
            /** @description PracticeDetailView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDetailView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeDetailView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDetailView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Privacy.practice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeDataView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDataView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.merge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeBody"];
            };
        };
        responses: {
            /** @description PracticeDetailView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDetailView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.home": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralHomeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralHomeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.listActions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralActionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralActionView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.addAction": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralActionBody"];
            };
        };
        responses: {
            /** @description ReferralActionView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralActionView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.changeAction": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referralActionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralActionChangeBody"];
            };
        };
        responses: {
            /** @description ReferralActionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralActionView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralTimeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralTimeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralTimeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralTimeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.getCourse": {
        parameters: {
            query?: {
                kind?: "referral" | "diagnostics" | "not-made" | "advice";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralCourseView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralCourseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.setGoal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalBody"];
            };
        };
        responses: {
            /** @description ReferralCourseView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralCourseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.dropGoal": {
        parameters: {
            query?: {
                about?: "referrals" | "time-outs";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralCourseView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralCourseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referralId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referralId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralChangeBody"];
            };
        };
        responses: {
            /** @description ReferralWeekView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralWeekView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.judge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referralId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementBody"];
            };
        };
        responses: {
            /** @description ReferralWeekView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralWeekView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.unjudge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referralId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralWeekView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralWeekView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.file": {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.addMinutes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MinutesBody"];
            };
        };
        responses: {
            /** @description ReferralTimeView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralTimeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.setMinutes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                referralTimeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MinutesBody"];
            };
        };
        responses: {
            /** @description ReferralTimeView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralTimeView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralTextBody"];
            };
        };
        responses: {
            /** @description ReferralPreviewView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralPreviewView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.previewFile": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    mapping?: string;
                };
            };
        };
        responses: {
            /** @description ReferralPreviewView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralPreviewView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.getSettings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralSettingsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralSettingsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Referrals.setSettings": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferralSettingsBody"];
            };
        };
        responses: {
            /** @description ReferralSettingsView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralSettingsView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReferralWeekView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralWeekView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReferralsBody"];
            };
        };
        responses: {
            /** @description ReferralAddedView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralAddedView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "ReferralWeeks.move": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                week: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeekStateBody"];
            };
        };
        responses: {
            /** @description ReferralWeekView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReferralWeekView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PracticeDetailView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDetailView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.addStaff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffBody"];
            };
        };
        responses: {
            /** @description PracticeDetailView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PracticeDetailView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.removeStaff": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.handOver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                roleId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.districts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.csv": {
        parameters: {
            query?: {
                archived?: "true" | "false" | "all";
                district?: string;
                q?: string;
                sort?: "name" | "-name" | "agb" | "-agb" | "town" | "-town" | "district" | "-district" | "listSize" | "-listSize" | "startQuarter" | "-startQuarter" | "startWave" | "-startWave" | "consultant" | "-consultant" | "motivation" | "-motivation";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Practices.xlsx": {
        parameters: {
            query?: {
                archived?: "true" | "false" | "all";
                district?: string;
                q?: string;
                sort?: "name" | "-name" | "agb" | "-agb" | "town" | "-town" | "district" | "-district" | "listSize" | "-listSize" | "startQuarter" | "-startQuarter" | "startWave" | "-startWave" | "consultant" | "-consultant" | "motivation" | "-motivation";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ProposalView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequest"];
            };
        };
        responses: {
            /** @description ProposalView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.effect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequest"];
            };
        };
        responses: {
            /** @description EffectView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EffectView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ExplanationView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.export": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.improve": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImproveBody"];
            };
        };
        responses: {
            /** @description FormingView */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.pin": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinsBody"];
            };
        };
        responses: {
            /** @description ProposalView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishBody"];
            };
        };
        responses: {
            /** @description ProposalView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PublishPreviewView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishPreviewView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Proposals.undo": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ProposalView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "QuestionInbox.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxQuestionBody"];
            };
        };
        responses: {
            /** @description QuestionInboxView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionInboxView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "QuestionInbox.open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxTokenBody"];
            };
        };
        responses: {
            /** @description QuestionInboxView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionInboxView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questionnaires.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionnaireSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["QuestionnaireSummaryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questionnaires.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionnaireBody"];
            };
        };
        responses: {
            /** @description QuestionnaireView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questionnaires.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionnaireView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questionnaires.archive": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionnaireView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questionnaires.saveDraft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuestionnaireDraftBody"];
            };
        };
        responses: {
            /** @description QuestionnaireView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questionnaires.discardDraft": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Questionnaires.review": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description QuestionnaireView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuestionnaireView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Region.current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RegionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Region.change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRegionDto"];
            };
        };
        responses: {
            /** @description RegionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Releases.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReleaseView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReleaseView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Releases.withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseReasonBody"];
            };
        };
        responses: {
            /** @description ReleaseView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Roles.end": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Roles.handOver": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverDto"];
            };
        };
        responses: {
            /** @description RoleView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoundKindView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundKindView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "draft" | "open" | "closed" | "published";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoundSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RoundSummaryView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundBody"];
            };
        };
        responses: {
            /** @description RoundView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.discard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundChangeBody"];
            };
        };
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Answers.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AnswerPageView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerPageView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Answers.save": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description AnswerPageView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerPageView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Answers.submit": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AnswerPageView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerPageView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Answers.csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Answers.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.close": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.copy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoundCopyBody"];
            };
        };
        responses: {
            /** @description RoundView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.setDates": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatesBody"];
            };
        };
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Forming.latest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FormingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Forming.start": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormingBody"];
            };
        };
        responses: {
            /** @description FormingView */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Forming.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FormingView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.open": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineBody"];
            };
        };
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.openPreview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoundOpenPreviewView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundOpenPreviewView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.listParticipants": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                q?: string;
                state?: "unanswered" | "started" | "submitted" | "without-answer" | "not-taking-part";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ParticipantView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ParticipantView"][];
                        next: string | null;
                        total: number;
                    };
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.setParticipants": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantsBody"];
            };
        };
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.changeParticipant": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                practiceId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParticipantBody"];
            };
        };
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Forming.list": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ProposalSummaryView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalSummaryView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Forming.accept": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                relaxationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FormingView */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Forming.undoRelaxation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description FormingView */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.remind": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RoundRemindedView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundRemindedView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.reopen": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineBody"];
            };
        };
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Forming.repair": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RepairBody"];
            };
        };
        responses: {
            /** @description FormingView */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormingView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Rounds.setThemes": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ThemesBody"];
            };
        };
        responses: {
            /** @description RoundView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoundView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Sessions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SessionView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"][];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Sessions.revoke": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Setup.view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SetupView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Setup.finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupDto"];
            };
        };
        responses: {
            /** @description SignedInView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Setup.testMail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MailTestDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SignIn.ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SignIn.useCode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInCodeDto"];
            };
        };
        responses: {
            /** @description SignedInView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SignIn.look": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SignInLinkView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLinkView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "SignIn.useLink": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseLinkDto"];
            };
        };
        responses: {
            /** @description SignedInView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "Sessions.signOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "TaskLinks.view": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description TaskLinkView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskLinkView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
    "TaskLinks.use": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SignedInView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedInView"];
                };
            };
            /** @description Problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemView"];
                };
            };
        };
    };
}
