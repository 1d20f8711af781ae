import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttendancePapers } from '#libs/dialogue';
import { MeetingPapers } from '#libs/intervision';

/** The region lays out its accreditation lists once, where the settings of dialogue sessions are; meetings use the same. */
@Injectable()
export class AccreditationAdapter implements OnModuleInit {
  constructor(
    private readonly dialogue: AttendancePapers,
    private readonly meetings: MeetingPapers,
  ) {}

  onModuleInit(): void {
    this.meetings.laidOutBy(() => this.dialogue.layout());
  }
}
